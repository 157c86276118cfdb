/** What is wrong with the two fields of `new-password.html`, to be read out; nothing when the password may be sent. */
export function complaintAbout(form: HTMLFormElement, data: FormData): string | undefined {
  const password = String(data.get('password'));
  const minimumLength = Number(form.dataset.minimumLength);
  if (password.length < minimumLength) return `Adgangskoden skal være på mindst ${minimumLength} tegn.`;
  return password === data.get('repeated') ? undefined : 'De to adgangskoder er ikke ens.';
}
