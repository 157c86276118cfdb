// What every Node server shares: port, data, executable schema.
import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { load } from './store.mjs';

export const port = Number(process.env.PORT ?? 4000);
export const host = '127.0.0.1';
export const schema = makeExecutableSchema({
  typeDefs: readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'),
  resolvers: load(process.env.DATA),
});
