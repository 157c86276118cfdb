import fs from 'node:fs/promises';
import path from 'node:path';

// The app, what it starts every time, and the sections that come first: each by the end of its source file.
const startedAlways = [/apps\/backoffice\/backoffice\.element\.js$/, /\/umbraco-package\.js$/, /assets\/lang\/da\.js$/];

/** The modules that the backoffice loads before it can be used, found by building it once without writing anything. */
export async function findFirstModules(build, config) {
  const { output } = await build({ ...config, build: { ...config.build, write: false, minify: false, manifest: false } });
  const chunks = Object.fromEntries(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const first = reach(
    Object.keys(chunks).find((file) => chunks[file].isEntry && chunks[file].name === 'app'),
    (file) => chunks[file].imports,
    (file) => chunks[file].dynamicImports,
    (file) => chunks[file]?.facadeModuleId ?? '',
  );
  return new Set([...first].flatMap((file) => chunks[file].moduleIds));
}

/**
 * Writes `first-load.json`: the files that the backoffice loads before it can be used, by their address in the folder. The sign-in page
 * fetches them while the editor is writing a password. Takes vite's manifest, and removes it: the server has no use for it.
 */
export async function writeFirstLoad(folder) {
  const manifest = JSON.parse(await fs.readFile(path.join(folder, '.vite/manifest.json'), 'utf8'));
  const first = reach(
    Object.keys(manifest).find((key) => manifest[key].isEntry && manifest[key].name === 'app'),
    (key) => manifest[key].imports ?? [],
    (key) => manifest[key].dynamicImports ?? [],
    (key) => key,
  );
  await fs.writeFile(path.join(folder, 'first-load.json'), JSON.stringify([...new Set([...first].map((key) => manifest[key].file))].sort()));
  await fs.rm(path.join(folder, '.vite'), { recursive: true });
}

/** The app and all that it imports, also later when that is started every time. */
function reach(app, importsOf, laterImportsOf, sourceOf) {
  if (!app) throw new Error('The backoffice has no entry called app; see packages/…/package.json, exports.');

  const found = new Set();
  const add = (chunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    importsOf(chunk).forEach(add);
    laterImportsOf(chunk)
      .filter((later) => startedAlways.some((always) => always.test(sourceOf(later))))
      .forEach(add);
  };
  add(app);
  return found;
}
