import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const compressible = new Set(['.js', '.css', '.svg', '.json', '.ttf']);
const atOnce = 8;

/** Writes `x.br` and `x.gz` beside every text file, so that the server never spends time compressing. */
export async function compressFolder(folder) {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && compressible.has(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

  const workers = Array.from({ length: atOnce }, async () => {
    for (let file = files.pop(); file; file = files.pop()) await compressFile(file);
  });
  await Promise.all(workers);
}

async function compressFile(file) {
  const bytes = await fs.readFile(file);
  const [small, compatible] = await Promise.all([
    brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gzip(bytes, { level: 9 }),
  ]);
  await write(`${file}.br`, small, bytes);
  await write(`${file}.gz`, compatible, bytes);
}

// A file of a few bytes may grow when compressed; the server then sends it as it is.
const write = (file, compressed, original) => (compressed.length < original.length ? fs.writeFile(file, compressed) : undefined);
