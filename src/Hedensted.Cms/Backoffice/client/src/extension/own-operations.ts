import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';

type Query = Readonly<Record<string, string | undefined>>;

/** Asks one of the operations that our server has beside Umbraco's; undefined when it was refused, which the editor is then told. */
export async function ask<T>(host: UmbControllerHost, path: string, query: Query = {}, abortSignal?: AbortSignal): Promise<T | undefined> {
  const asking = umbHttpClient.get<T>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: `/umbraco/management/api/v1/hedensted/${path}`,
    query,
    signal: abortSignal,
  });
  const { data } = await tryExecute(host, asking as unknown as Promise<{ data?: T }>, { abortSignal });
  return data as T | undefined;
}

/** Where a document is edited. */
export const editAddress = (document: string): string => `/umbraco/section/content/workspace/document/edit/${document}`;
