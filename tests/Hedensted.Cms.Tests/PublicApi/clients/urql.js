// Runs operations with urql. Reads [{document, operation, variables}] from stdin, prints what each answered.
import { text } from 'node:stream/consumers';
import { cacheExchange, Client, fetchExchange } from '@urql/core';

const [, , url, mode] = process.argv;
const operations = JSON.parse(await text(process.stdin));
const client = new Client({ url, exchanges: [cacheExchange, fetchExchange], preferGetMethod: mode === 'get' ? 'force' : false, fetchSubscriptions: true });

for (const { document, variables } of operations) {
  const result = document.startsWith('subscription')
    ? await new Promise((resolve) => {
        const { unsubscribe } = client.subscription(document, variables).subscribe((first) => {
          resolve(first);
          queueMicrotask(() => unsubscribe());
        });
      })
    : await client.query(document, variables, { requestPolicy: 'network-only' }).toPromise();
  console.log(JSON.stringify({ data: result.data ?? null, error: result.error ? String(result.error) : null }));
}
// Not before everything is written: a pipe takes only so much at once.
process.stdout.write('', () => process.exit(0));
