import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';

const created = 'Umb-Generated-Resource';

/** What {@link keepHeadersOfCreated} calls the key of what was created. */
export const createdHeader = 'Hedensted-Created';

/**
 * Keeps what the server tells when something is created. Umbraco makes a new answer of such a one, with the key as its text and without
 * the headers, so that the messages in them were shown to nobody. Ours comes first, does the same, and leaves the headers.
 */
export function keepHeadersOfCreated(): void {
  umbHttpClient.interceptors.response.fns.unshift((response) => {
    const key = response.headers.get(created);
    if (!key) return response;
    const headers = new Headers(response.headers);
    headers.delete(created);
    headers.delete('Content-Length');
    headers.set(createdHeader, key);
    headers.set('Content-Type', 'text/plain');
    return new Response(key, { status: response.status, statusText: response.statusText, headers });
  });
}
