import './pages.css';
import { fetchAhead } from './ahead.js';
import { onSubmit, post, serverGone, type Answer } from './form.js';
import { enter } from './session.js';

const root = '/umbraco/management/api/v1/security/back-office';
const form = document.querySelector<HTMLFormElement>('form')!;
const password = form.querySelector<HTMLInputElement>('[name=password]')!;
const code = form.querySelector<HTMLInputElement>('[name=code]')!;
const codeField = form.querySelector<HTMLElement>('#code-field')!;

let provider: string | undefined; // once the server has asked for the second step

onSubmit(form, async (data) => (provider ? secondStep(provider, data) : firstStep(data)));

addEventListener('load', () => void fetchAhead());

async function firstStep(data: FormData): Promise<string | undefined> {
  const username = String(data.get('username')).trim();
  const tried = password.value;
  if (!username || !tried) return 'Skriv både e-mail og adgangskode.';

  const answer = await post(`${root}/login`, { username, password: tried });
  if (answer.status === 200) return enter();
  if (answer.status === 402) {
    provider = 'Hedensted.Totp';
    for (const field of form.querySelectorAll<HTMLElement>('.field')) field.hidden = field !== codeField;
    code.required = true;
    code.focus();
    return undefined;
  }

  // Whoever is quick has begun to write it anew while the server was thinking.
  if (password.value === tried) password.value = '';
  password.focus();
  return messageOf(answer, 'E-mail eller adgangskode er forkert. Prøv igen.');
}

async function secondStep(from: string, data: FormData): Promise<string | undefined> {
  const written = String(data.get('code')).trim();
  if (!written) return 'Skriv koden fra appen.';
  const answer = await post(`${root}/verify-2fa`, { code: written, provider: from });
  if (answer.status === 200) return enter();
  code.value = '';
  code.focus();
  return messageOf(answer, answer.detail ?? 'Log ind igen.');
}

function messageOf(answer: Answer, wrong: string): string {
  switch (answer.status) {
    case 0:
    case 502:
    case 504:
      return serverGone;
    case 503:
      return answer.detail ?? serverGone;
    case 401:
      return wrong;
    case 403:
      return answer.detail ?? 'Kontoen er låst efter for mange forkerte forsøg. Prøv igen senere.';
    case 429:
      return 'Der har været for mange forsøg herfra. Vent et minut, og prøv igen.';
    default:
      return answer.detail ?? 'Noget gik galt på serveren. Prøv igen, og kontakt den, der administrerer systemet, hvis det bliver ved.';
  }
}
