import fs from 'node:fs/promises';
import path from 'node:path';

const uui = 'node_modules/@umbraco-ui/uui/dist';

/** The style sheets, fonts and pictures that the backoffice asks for but npm does not carry, and ours. */
export async function copyAssets(outDir) {
  await fs.cp('assets', outDir, { recursive: true });
  await fs.cp(`${uui}/assets/fonts`, path.join(outDir, 'assets/fonts'), { recursive: true });
  for (const theme of ['light', 'dark', 'high-contrast']) {
    await fs.copyFile(`${uui}/themes/${theme}.css`, path.join(outDir, `css/${theme}.css`));
  }

  const parts = await Promise.all(
    [`${uui}/styles/uui-font.css`, `${uui}/styles/uui-text.css`, 'assets/css/umb-css.css'].map((file) => fs.readFile(file, 'utf8')),
  );
  await fs.writeFile(path.join(outDir, 'css/umb-css.css'), parts.join('\n'));

  const codicon = path.join(outDir, 'assets/fonts/codicon');
  await fs.mkdir(codicon, { recursive: true });
  await fs.copyFile('node_modules/monaco-editor/esm/vs/base/browser/ui/codicons/codicon/codicon.ttf', path.join(codicon, 'codicon.ttf'));
}
