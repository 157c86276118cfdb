import fs from 'node:fs/promises';
import path from 'node:path';

// The app, what it starts every time, and the sections that come first: each by the end of its source file.
const startedAlways = [/apps\/backoffice\/backoffice\.element\.js$/, /\/umbraco-package\.js$/, /assets\/lang\/da\.js$/];

/**
 * Writes `first-load.json`: the files that the backoffice loads before it can be used, by their address in the folder. The sign-in page
 * fetches them while the editor is writing a password. Takes vite's manifest, and removes it: the server has no use for it.
 */
export async function writeFirstLoad(folder) {
  const manifest = JSON.parse(await fs.readFile(path.join(folder, '.vite/manifest.json'), 'utf8'));
  const app = Object.values(manifest).find(({ isEntry, name }) => isEntry && name === 'app');
  if (!app) throw new Error('The backoffice has no entry called app; see packages/…/package.json, exports.');

  const files = new Set();
  const add = (chunk) => {
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach((key) => add(manifest[key]));
    for (const key of chunk.dynamicImports ?? []) {
      if (startedAlways.some((always) => always.test(key))) add(manifest[key]);
    }
  };
  add(app);
  await fs.writeFile(path.join(folder, 'first-load.json'), JSON.stringify([...files].sort()));
  await fs.rm(path.join(folder, '.vite'), { recursive: true });
}
