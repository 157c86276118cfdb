import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';

const container = document.getElementById('graphiql')!;
const endpoint = container.dataset.endpoint ?? '/graphql';

async function fetcher(operation: object, options?: { headers?: Record<string, string> }) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...options?.headers },
    body: JSON.stringify(operation),
  });
  return response.json();
}

createRoot(container).render(createElement(GraphiQL, { fetcher, defaultQuery: container.dataset.example, shouldPersistHeaders: false }));
