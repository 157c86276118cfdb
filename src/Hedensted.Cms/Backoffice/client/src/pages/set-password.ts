import './pages.css';
import { onSubmit, post, serverGone } from './form.js';

const form = document.querySelector<HTMLFormElement>('form')!;
const minimumLength = Number(form.dataset.minimumLength);
const query = new URLSearchParams(location.search);
const user = { id: query.get('userId') ?? '' };
const invited = query.get('flow') === 'invite-user';

onSubmit(form, async (data) => {
  const password = String(data.get('password'));
  if (password.length < minimumLength) return `Adgangskoden skal være på mindst ${minimumLength} tegn.`;
  if (password !== data.get('repeated')) return 'De to adgangskoder er ikke ens.';

  const answer = invited
    ? await post('/umbraco/management/api/v1/user/invite/create-password', { user, token: query.get('inviteCode') ?? '', password })
    : await post('/umbraco/management/api/v1/security/forgot-password/reset', { user, resetCode: query.get('resetCode') ?? '', password });
  if (answer.status === 0) return serverGone;
  if (answer.status !== 200 && answer.status !== 204) return answer.detail ?? 'Adgangskoden kunne ikke gemmes. Prøv igen.';
  location.href = '/umbraco/login';
  return undefined;
});
