import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';

const root = '/umbraco/management/api/v1/hedensted';

interface Question {
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Asks an operation of our own; what goes wrong is shown to the editor as with Umbraco's own operations. */
export async function ask<T>(host: UmbControllerHost, method: 'get' | 'post' | 'put' | 'delete', path: string, { query, body }: Question = {}): Promise<T | undefined> {
  const security = [{ scheme: 'bearer', type: 'http' }] as const;
  const { data } = await tryExecute(host, umbHttpClient[method]({ url: `${root}/${path}`, query, body, security: [...security] } as never));
  return data as T | undefined;
}
