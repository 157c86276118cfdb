import { randomUUID } from 'node:crypto';
import { ref } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { SecurityService, UserService } = sdk;
const password = 'Et-fjerde-forsamlingshus-8725';

export default async () => {
  const { data: me } = await UserService.getUserCurrent();
  const email = `${randomUUID()}@example.dk`;
  const invited = { message: 'Velkommen', id: randomUUID(), email, userName: email, name: 'Ny Kollega', userGroupIds: me.userGroupIds };
  const user = ref(invited.id);
  await UserService.postUserInvite({ body: invited });
  await refused(400, () => UserService.postUserInvite({ body: { ...invited, id: randomUUID() } }));
  const token = tokenIn(await UserService.postUserInviteResend({ body: { user, message: null } }));
  await UserService.getUserById({ path: user });
  await UserService.postUserInviteVerify({ body: { user, token } });
  await refused(400, () => UserService.postUserInviteVerify({ body: { user, token: 'gættet' } }));
  await refused(400, () => UserService.postUserInviteCreatePassword({ body: { user, token, password: 'kort' } }));
  await UserService.postUserInviteCreatePassword({ body: { user, token, password } });
  await refused(400, () => UserService.postUserInviteCreatePassword({ body: { user, token, password } }));

  // A reset's code goes only by mail, and this site has no mail server.
  await SecurityService.getSecurityConfiguration();
  await SecurityService.postSecurityForgotPassword({ body: { email } });
  await refused(400, () => SecurityService.postSecurityForgotPasswordVerify({ body: { user, resetCode: 'gættet' } }));
  await refused(400, () => SecurityService.postSecurityForgotPasswordReset({ body: { user, resetCode: 'gættet', password } }));
  await UserService.deleteUserById({ path: user });
};

// Without a mail server the administrator is shown the link to hand over.
function tokenIn({ response }) {
  const [{ message }] = JSON.parse(response.headers.get('Umb-Notifications'));
  return new URL(message.slice(message.indexOf('http'))).searchParams.get('inviteCode');
}
