// Prints results/<n>.json as the tables of the README: node table.mjs [n…]
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['1000', '10000', '100000'];
const queries = ['q1', 'q2', 'q3'];
const order = ['limit', 'by hand from bytes', 'by hand with a JSON writer', 'ours', 'ours without response cache', 'Mercurius JIT', 'Apollo', 'yoga with response cache', 'graphql-js'];
const percent = (value) => `${(100 * value).toFixed(0)} %`;
const whole = (value) => value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ' ');
for (const size of sizes) {
  const file = resolve(import.meta.dirname, `results/${size}.json`);
  if (!existsSync(file)) continue;
  const results = JSON.parse(readFileSync(file, 'utf8')).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const limit = results.find(({ name }) => name === 'limit');
  console.log(`\n${whole(Number(size))} events: requests per second of the server's processor, and the share of the limit\n`);
  console.log('| server | q1 screen | q2 calendar | q3 new variable each | p99 ms (q1, q2, q3) | first answer after | RSS MiB | others on the cpu |');
  console.log('|---|---:|---:|---:|---|---:|---:|---:|');
  for (const { name, cold, rss, queries: runs } of results) {
    const cell = (query) => `${whole(runs[query].perCpuSecond)}${limit ? ` (${percent(runs[query].perCpuSecond / limit.queries[query].perCpuSecond)})` : ''}`;
    const p99 = queries.map((query) => runs[query].p99.toFixed(1)).join(', ');
    const others = Math.max(...queries.map((query) => runs[query].others));
    const errors = queries.reduce((sum, query) => sum + runs[query].errors, 0);
    console.log(`| ${[name + (errors ? ` (${errors} errors)` : ''), ...queries.map(cell), p99, `${(cold / 1000).toFixed(1)} s`, whole(rss), percent(others)].join(' | ')} |`);
  }
}
