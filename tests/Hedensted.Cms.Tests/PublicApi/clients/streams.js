// Subscribes with graphql-sse in its distinct connections mode. Reads requests from stdin, a line of JSON each:
// {"id", "subscribe": {query, variables}} and {"id", "leave": true}. Prints what comes: {"id", "next"}, {"id", "error"}, {"id", "complete"}.
import { createInterface } from 'node:readline';
import { createClient } from 'graphql-sse';

const client = createClient({ url: process.argv[2], singleConnection: false, retryAttempts: 0 });
const leave = new Map();
const tell = (what) => console.log(JSON.stringify(what));

for await (const line of createInterface({ input: process.stdin })) {
  const { id, subscribe } = JSON.parse(line);
  if (subscribe) {
    leave.set(id, client.subscribe(subscribe, {
      next: (next) => tell({ id, next }),
      error: (error) => tell({ id, error: String(error) }),
      complete: () => tell({ id, complete: true }),
    }));
  } else {
    leave.get(id)?.();
  }
}
client.dispose();
