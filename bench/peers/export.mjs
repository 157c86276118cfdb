// Copies every occurrence that our server answers into a file, so that all servers have the same data: node export.mjs <url> <out.json>
import { readFileSync, writeFileSync } from 'node:fs';

const [url, out] = process.argv.slice(2);
const query = readFileSync(new URL('queries/export.graphql', import.meta.url), 'utf8');
const rows = [];
let after = null;
do {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables: { after } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  rows.push(...data.occurrences.nodes);
  after = data.occurrences.pageInfo.hasNextPage ? data.occurrences.pageInfo.endCursor : null;
} while (after);
writeFileSync(out, JSON.stringify(rows));
console.error(`${rows.length} occurrences`);
