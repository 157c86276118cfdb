import './pages.css';
import { fetchAhead } from './ahead.js';
import { onSubmit, post, sameOrigin, serverGone, type Answer } from './form.js';
import { authorizeAddress, openSession } from './session.js';

const form = document.querySelector<HTMLFormElement>('form')!;
const password = form.querySelector<HTMLInputElement>('[name=password]')!;

onSubmit(form, async (data) => {
  const username = String(data.get('username')).trim();
  const tried = password.value;
  if (!username || !tried) return 'Skriv både e-mail og adgangskode.';

  const answer = await post('/umbraco/management/api/v1/security/back-office/login', { username, password: tried });
  if (answer.status === 200) {
    const query = new URLSearchParams(location.search);
    const wanted = sameOrigin(query.get('ReturnUrl') ?? query.get('returnPath'));
    if (!wanted.startsWith(authorizeAddress)) await openSession(); // else the backoffice has asked, and waits for the answer
    location.href = wanted;
    return undefined;
  }

  // Whoever is quick has begun to write it anew while the server was thinking.
  if (password.value === tried) password.value = '';
  password.focus();
  return messageOf(answer);
});

addEventListener('load', () => void fetchAhead());

function messageOf(answer: Answer): string {
  switch (answer.status) {
    case 0:
    case 502:
    case 504:
      return serverGone;
    case 503:
      return answer.detail ?? serverGone;
    case 401:
      return 'E-mail eller adgangskode er forkert. Prøv igen.';
    case 403:
      return answer.detail ?? 'Kontoen er låst efter for mange forkerte forsøg. Prøv igen senere.';
    case 429:
      return 'Der har været for mange forsøg herfra. Vent et minut, og prøv igen.';
    default:
      return answer.detail ?? 'Noget gik galt på serveren. Prøv igen, og kontakt den, der administrerer systemet, hvis det bliver ved.';
  }
}
