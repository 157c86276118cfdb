import './pages.css';
import { onSubmit, post, serverGone } from './form.js';

const form = document.querySelector<HTMLFormElement>('form')!;

onSubmit(form, async (data) => {
  const email = String(data.get('email')).trim();
  if (!email) return 'Skriv din e-mail.';
  const answer = await post('/umbraco/management/api/v1/security/forgot-password', { email });
  if (answer.status === 0) return serverGone;
  if (answer.status === 429) return 'Der har været for mange forsøg herfra. Vent et minut, og prøv igen.';
  if (answer.status !== 200) return answer.detail ?? 'Noget gik galt på serveren. Prøv igen.';
  form.querySelectorAll('.field, button').forEach((part) => part.remove());
  return 'Hvis der er en bruger med den e-mail, er der nu sendt et link til den. Det virker i en time.';
});
