import fs from 'node:fs';

const packageFolder = 'node_modules/@umbraco-cms/backoffice';
const manifest = JSON.parse(fs.readFileSync(`${packageFolder}/package.json`, 'utf8'));

/** Every module that the backoffice exports, by its name without the package: `external/lit` → its file. */
export const modules = Object.entries(manifest.exports)
  .filter(([, file]) => typeof file === 'string' && file.endsWith('.js'))
  .map(([name, file]) => ({ name: name.slice(2), file: `${packageFolder}/${file.slice(2)}` }));

/** A flat file name, because the import map and not the folder says what a module is called. */
export const fileOf = (name) => `${name.replaceAll('/', '__')}.js`;

/**
 * The unmodified backoffice: each export becomes an entry of its own, so that extensions resolve to the very same
 * modules through the import map. Two copies of Lit or ProseMirror would break the editor without a word.
 * What `isFirst` says is loaded before the backoffice can be used becomes one file: a browser takes longer to find, fetch and
 * link three hundred small ones than to read the large one.
 */
export const backoffice = (outDir, isFirst) => ({
  configFile: false,
  logLevel: 'error',
  base: './',
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: false,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 10_000,
    sourcemap: false,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: Object.fromEntries(modules.map(({ name, file }) => [name.replaceAll('/', '__'), file])),
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: 'chunks/[name]-[hash][extname]',
        ...(isFirst && { codeSplitting: { groups: [{ name: 'first', test: isFirst }] } }),
      },
    },
  },
});
