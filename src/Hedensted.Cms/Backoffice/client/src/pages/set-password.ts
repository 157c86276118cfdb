import './pages.css';
import { onSubmit, post, serverGone } from './form.js';
import { complaintAbout } from './new-password.js';

const form = document.querySelector<HTMLFormElement>('form')!;
const query = new URLSearchParams(location.search);
const user = { id: query.get('userId') ?? '' };
const invited = query.get('flow') === 'invite-user';

onSubmit(form, async (data) => {
  const complaint = complaintAbout(form, data);
  if (complaint) return complaint;

  const password = String(data.get('password'));
  const answer = invited
    ? await post('/umbraco/management/api/v1/user/invite/create-password', { user, token: query.get('inviteCode') ?? '', password })
    : await post('/umbraco/management/api/v1/security/forgot-password/reset', { user, resetCode: query.get('resetCode') ?? '', password });
  if (answer.status === 0) return serverGone;
  if (answer.status !== 200 && answer.status !== 204) return answer.detail ?? 'Adgangskoden kunne ikke gemmes. Prøv igen.';
  location.href = '/umbraco/login';
  return undefined;
});
