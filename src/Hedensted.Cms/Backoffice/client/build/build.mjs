// Builds everything that the backoffice's pages load, into one folder:
//   node build/build.mjs <folder>
// The folder's name is a hash of all inputs; it appears whole or not at all.
// HEDENSTED_BACKOFFICE_CACHE may name a folder in which finished builds are kept and found again.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { exclusively } from './exclusively.mjs';

const client = path.resolve(import.meta.dirname, '..');
process.chdir(client);

const outDir = path.resolve(process.argv[2] ?? '../../../../artifacts/backoffice/manual');
const cache = process.env.HEDENSTED_BACKOFFICE_CACHE
  ? path.join(process.env.HEDENSTED_BACKOFFICE_CACHE, path.basename(outDir))
  : null;

fs.mkdirSync(path.dirname(outDir), { recursive: true });
await exclusively(path.join(path.dirname(outDir), '.building'), async () => {
  if (fs.existsSync(outDir)) return;
  if (cache && fs.existsSync(cache)) {
    whole(outDir, (folder) => fs.cpSync(cache, folder, { recursive: true }));
    return;
  }

  installPackages();
  await wholeAsync(outDir, build);
  if (cache) {
    fs.mkdirSync(path.dirname(cache), { recursive: true });
    whole(cache, (folder) => fs.cpSync(outDir, folder, { recursive: true }));
  }
});

function installPackages() {
  const stamp = 'node_modules/.installed-from';
  const wanted = crypto.createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;

  console.log('Backoffice: installing npm packages (once per lock file) ...');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('Backoffice: "npm ci" failed. Is the npm registry reachable from this machine?');
    process.exit(1);
  }
  fs.writeFileSync(stamp, wanted);
}

async function build(folder) {
  console.log('Backoffice: building the editor (once per change) ...');
  const { build: vite } = await import('vite');
  const { backoffice, modules, fileOf } = await import('./backoffice.config.js');
  const { extension, pages, graphiql } = await import('./own.config.js');
  const { copyAssets } = await import('./assets.mjs');
  const { compressFolder } = await import('./compress.mjs');
  const { findFirstModules, writeFirstLoad } = await import('./first-load.mjs');

  const first = await findFirstModules(vite, backoffice(folder));
  await vite(backoffice(folder, (module) => first.has(module)));
  await writeFirstLoad(folder);
  await vite(extension(path.join(folder, 'hedensted')));
  await vite(pages(path.join(folder, 'pages')));
  await vite(graphiql(path.join(folder, 'graphiql')));
  await copyAssets(folder);

  const imports = Object.fromEntries(modules.map(({ name }) => [`@umbraco-cms/backoffice/${name}`, fileOf(name)]));
  fs.writeFileSync(path.join(folder, 'importmap.json'), JSON.stringify(imports, null, 1));
  await compressFolder(folder);
}

function whole(target, fill) {
  const unfinished = startOf(target);
  fill(unfinished);
  finish(unfinished, target);
}

async function wholeAsync(target, fill) {
  const unfinished = startOf(target);
  try {
    await fill(unfinished);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  finish(unfinished, target);
}

function startOf(target) {
  const unfinished = `${target}.${process.pid}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  return unfinished;
}

function finish(unfinished, target) {
  try {
    fs.renameSync(unfinished, target);
  } catch (error) {
    // Another build was first; its result is the same as ours, because the name is a hash of the inputs.
    if (!fs.existsSync(target)) throw error;
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}
