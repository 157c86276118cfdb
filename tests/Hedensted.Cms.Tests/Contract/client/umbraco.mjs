// Umbraco's own typed client, the one that the backoffice is built from, and a note of everything that is asked with it.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const backoffice = resolve(import.meta.dirname, '../../../../src/Hedensted.Cms/Backoffice/client');
const api = `${backoffice}/node_modules/@umbraco-cms/backoffice/dist-cms/packages/core/backend-api`;
const load = (file) => import(pathToFileURL(file).href);

export const sdk = await load(`${api}/sdk.gen.js`);
export const models = readFileSync(`${api}/types.gen.d.ts`, 'utf8');
export const typescript = (await load(`${backoffice}/node_modules/typescript/lib/typescript.js`)).default;
export const libraries = dirname(`${backoffice}/node_modules/typescript/lib/typescript.js`);

const { client } = await load(`${api}/client.gen.js`);
const verbs = ['get', 'post', 'put', 'delete', 'patch'];
const prefix = '/umbraco/management/api';

/** `GET /v1/document/{id}` → `GetDocumentById`, the name that Umbraco's types of that operation begin with. */
export const operations = new Map(Object.values(sdk).flatMap((service) => Object.getOwnPropertyNames(service)
  .filter((name) => !['length', 'name', 'prototype'].includes(name))
  .map((name) => {
    let operation;
    const asked = Object.fromEntries(verbs.map((verb) => [verb, ({ url }) => { operation = `${verb.toUpperCase()} ${url.slice(prefix.length)}`; }]));
    service[name]({ client: asked });
    return [operation, name[0].toUpperCase() + name.slice(1)];
  })));

/** Every request and its answer, in order. */
export const asked = [];

export function connect(address, cookie) {
  client.setConfig({
    baseUrl: address.replace(/\/$/, ''),
    auth: () => '[redacted]',
    fetch: (request) => {
      request.headers.set('Cookie', cookie);
      return fetch(request);
    },
  });
  for (const verb of verbs) client[verb] = noting(verb, client[verb]);
}

/** Runs a case that the server must refuse with this status, in Umbraco's form. */
export async function refused(status, question) {
  try {
    await question();
  } catch (error) {
    if (error.status === status) return;
    throw error;
  }
  throw new Error(`It was not refused with ${status}.`);
}

function noting(verb, send) {
  return async (options) => {
    const operation = `${verb.toUpperCase()} ${options.url.slice(prefix.length)}`;
    const { data, error, response } = await send({ ...options, throwOnError: false });
    if (!response) throw Object.assign(new Error(`${operation}: ${error?.message ?? error}`), { cause: error });
    const { path, query, body } = options;
    asked.push({ operation, status: response.status, path, query, body, answer: response.ok ? data : error, created: response.headers.get('Umb-Generated-Resource') });
    if (response.ok) return { data, response };
    throw Object.assign(new Error(`${operation}: ${response.status} ${JSON.stringify(error)}`), { status: response.status });
  };
}
