import { sameOrigin } from './form.js';

const root = '/umbraco/management/api/v1/security/back-office';
const authorizeAddress = `${root}/authorize`;

const client_id = 'umbraco-back-office';
const code = '[redacted]'; // the real one is in a cookie that no script can read

interface Tokens {
  expires_in: number;
  issued_at?: number;
}

/** Goes where the browser was on its way to when it was asked to sign in, now that it has. */
export async function enter(): Promise<undefined> {
  const query = new URLSearchParams(location.search);
  const wanted = sameOrigin(query.get('ReturnUrl') ?? query.get('returnPath'));
  const isAsked = wanted.startsWith(authorizeAddress); // by the backoffice, in a window of its own, which waits for the answer
  const hasWay = Boolean(window.opener) || sessionStorage.getItem('umb:pkce') !== null; // none, when another site's sign-in lay between
  if (!isAsked || !hasWay) await openSession();
  if (isAsked && !hasWay) window.close();
  location.href = isAsked && !hasWay ? '/umbraco' : wanted;
  return undefined;
}

/**
 * Makes the session of the backoffice here (RFC 6749 §4.1, RFC 7636), for a browser that has just signed in, so that the backoffice
 * is loaded once and finds it. The backoffice would otherwise be loaded to ask for a code, and again to exchange it.
 * Where anything goes wrong, nothing is lost: the backoffice then asks by itself.
 */
export async function openSession(): Promise<void> {
  if (!crypto.subtle) return; // browsers keep our cookies in a secure context only
  try {
    const redirect_uri = `${location.origin}/umbraco/oauth_complete`;
    const verifier = base64Url(crypto.getRandomValues(new Uint8Array(64)));
    const state = base64Url(crypto.getRandomValues(new Uint8Array(24)));
    const code_challenge = base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

    const question = new URLSearchParams({ client_id, redirect_uri, response_type: 'code', state, code_challenge, code_challenge_method: 'S256' });
    const sentBack = await fetch(`${authorizeAddress}?${question}`, { credentials: 'same-origin' });
    const given = new URL(sentBack.url).searchParams;
    if (given.get('state') !== state || given.get('code') !== code) return;

    const exchange = new URLSearchParams({ client_id, redirect_uri, grant_type: 'authorization_code', code, code_verifier: verifier });
    const answer = await fetch(`${root}/token`, { method: 'POST', credentials: 'same-origin', body: exchange });
    if (answer.ok) tellOtherTabs((await answer.json()) as Tokens);
  } catch {
    // No server answered; the backoffice says so.
  }
}

// A tab whose session had run out, and whose text waits behind the sign-in, goes on.
function tellOtherTabs({ expires_in, issued_at }: Tokens): void {
  const tabs = new BroadcastChannel('umb:auth');
  tabs.postMessage({ type: 'authorized', expiresIn: expires_in, issuedAt: issued_at ?? Math.floor(Date.now() / 1000) });
  tabs.close();
}

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
