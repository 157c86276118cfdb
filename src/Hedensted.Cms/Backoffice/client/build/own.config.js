const shared = { configFile: false, logLevel: 'error', base: './', publicDir: false };

/** Our own extension package. It brings no library of its own: everything comes from the backoffice. */
export const extension = (outDir) => ({
  ...shared,
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: { manifests: 'src/extension/manifests.ts', entry: 'src/extension/entry.ts', 'app-entry': 'src/extension/app-entry.ts' }, formats: ['es'] },
    reportCompressedSize: false,
    rollupOptions: { external: [/^@umbraco-cms\/backoffice/], output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
});

/** The pages before the backoffice (sign-in, set-up and passwords): one small script and one style sheet, no framework. */
export const pages = (outDir) => ({
  ...shared,
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    cssCodeSplit: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: Object.fromEntries(
        ['sign-in', 'entered', 'set-up', 'set-password', 'forgot-password'].map((page) => [page, `src/pages/${page}.ts`]),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});

/** GraphiQL, served by ourselves so that no third party learns who explores the API. */
export const graphiql = (outDir) => ({
  ...shared,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    chunkSizeWarningLimit: 10_000,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { graphiql: 'src/graphiql/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name][extname]' },
    },
  },
});
