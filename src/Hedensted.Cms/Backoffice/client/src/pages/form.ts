export type Answer = { status: number; detail?: string };

/** Sends a form as JSON to our own server; status 0 means that no server answered. */
export async function post(url: string, body: Record<string, string | Record<string, string>>): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, detail: response.ok ? undefined : await detailOf(response) };
  } catch {
    return { status: 0 };
  }
}

async function detailOf(response: Response): Promise<string | undefined> {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  const problem = (await response.json()) as { detail?: string };
  return problem.detail;
}

/** Where to go next: the wanted address if it is on this server, else the backoffice. */
export function sameOrigin(wanted: string | null): string {
  const fallback = '/umbraco';
  if (!wanted) return fallback;
  try {
    const url = new URL(wanted, location.origin);
    return url.origin === location.origin ? url.pathname + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}

/** Runs `submit` with the button busy; what it returns is read out to the person as an error. */
export function onSubmit(form: HTMLFormElement, submit: (data: FormData) => Promise<string | undefined>): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
  const error = form.querySelector<HTMLElement>('[role=alert]')!;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') return;
    error.textContent = '';
    button.setAttribute('aria-disabled', 'true');
    const message = await submit(new FormData(form));
    button.removeAttribute('aria-disabled');
    if (message) error.textContent = message;
  });
}

export const serverGone = 'Serveren svarer ikke. Kontrollér din forbindelse, og prøv igen om et øjeblik.';
