// Runs operations with Apollo Client. Reads [{document, operation, variables}] from stdin, prints what each answered, and how it went over the wire.
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const [, , uri, mode] = process.argv;
const operations = JSON.parse(await text(process.stdin));

let requests = [];
const watched = async (address, options) => {
  const response = await fetch(address, options);
  requests.push(`${options.method ?? 'GET'} ${response.status}`);
  return response;
};

// Which types an interface stands for, as Apollo's own documentation asks it.
const types = await fetch(uri, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ __schema { types { name possibleTypes { name } } } }' }),
}).then((response) => response.json());
const possibleTypes = Object.fromEntries(types.data.__schema.types
  .filter((type) => type.possibleTypes)
  .map((type) => [type.name, type.possibleTypes.map((possible) => possible.name)]));

const http = new HttpLink({ uri, fetch: watched, useGETForQueries: mode === 'get' });
const hashes = new PersistedQueryLink({
  sha256: (document) => createHash('sha256').update(document).digest('hex'),
  useGETForHashedQueries: true,
});
const client = new ApolloClient({
  link: mode === 'persisted' ? ApolloLink.from([hashes, http]) : http,
  cache: new InMemoryCache({ possibleTypes }),
});

for (const { document, variables } of operations) {
  requests = [];
  const query = gql(document);
  const { data, error } = await client.query({ query, variables, fetchPolicy: 'network-only' });
  const wire = requests;
  requests = [];
  const again = await client.query({ query, variables, fetchPolicy: 'cache-only' });
  console.log(JSON.stringify({ data, error: error ? String(error) : null, wire, again: again.data, asked: requests.length }));
}
client.stop();
// Not before everything is written: a pipe takes only so much at once.
process.stdout.write('', () => process.exit(0));
