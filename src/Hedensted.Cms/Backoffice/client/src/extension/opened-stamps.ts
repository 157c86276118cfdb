import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';

// What is edited whole in Settings and Translation; its address is the same to read and to save.
const edited = /\/management\/api\/v1\/(document-type|media-type|data-type|language|dictionary)\/[^/]+$/;
const stamps = new Map<string, string>();

/** Tells the server, when a type, language or text is saved, which state of it was opened: nobody overwrites what a colleague saved meanwhile. */
export function rememberOpened(): void {
  umbHttpClient.interceptors.response.use((response, request) => {
    const path = new URL(request.url).pathname;
    const stamp = response.headers.get('ETag');
    if (request.method === 'GET' && response.ok && stamp && edited.test(path)) stamps.set(path, stamp);
    if (request.method === 'PUT' && response.ok) stamps.delete(path); // it is read anew, and until then it is our own
    return response;
  });
  umbHttpClient.interceptors.request.use((request) => {
    const stamp = request.method === 'PUT' ? stamps.get(new URL(request.url).pathname) : undefined;
    if (stamp) request.headers.set('If-Match', stamp);
    return request;
  });
}
