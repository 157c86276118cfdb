import './pages.css';
import { onSubmit, post, serverGone } from './form.js';
import { complaintAbout } from './new-password.js';
import { openSession } from './session.js';

const form = document.querySelector<HTMLFormElement>('form')!;

onSubmit(form, async (data) => {
  const name = String(data.get('name')).trim();
  const email = String(data.get('email')).trim();
  const password = String(data.get('password'));
  if (!name || !email) return 'Skriv både navn og e-mail.';
  const complaint = complaintAbout(form, data);
  if (complaint) return complaint;

  const token = new URLSearchParams(location.search).get('token') ?? '';
  const answer = await post('/umbraco/setup', { token, name, email, password });
  if (answer.status === 0) return serverGone;
  if (answer.status !== 200) return answer.detail ?? 'Kontoen kunne ikke oprettes. Prøv igen.';
  await openSession();
  location.href = '/umbraco';
  return undefined;
});
