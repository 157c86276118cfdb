import { randomUUID } from 'node:crypto';
import { ref } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { UserService } = sdk;
const page = { skip: 0, take: 20 };
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export default async (site) => {
  const { data: me } = await UserService.getUserCurrent();
  const newUser = (kind = 'Default') => {
    const email = `${randomUUID()}@example.dk`;
    return { kind, id: randomUUID(), email, userName: email, name: `Bruger ${randomUUID()}`, userGroupIds: me.userGroupIds };
  };

  // One colleague.
  const user = newUser();
  const path = { id: user.id };
  const userIds = [ref(user.id)];
  await UserService.postUser({ body: user });
  await refused(400, () => UserService.postUser({ body: { ...newUser(), email: user.email } }));
  await refused(400, () => UserService.postUser({ body: { ...newUser(), userGroupIds: [] } }));
  const { data: opened } = await UserService.getUserById({ path });
  await refused(404, () => UserService.getUserById({ path: { id: randomUUID() } }));
  const { documentStartNodeIds, hasDocumentRootAccess, mediaStartNodeIds, hasMediaRootAccess, elementStartNodeIds, hasElementRootAccess, email, userName, userGroupIds } = opened;
  const saved = { languageIsoCode: 'da', documentStartNodeIds, hasDocumentRootAccess, mediaStartNodeIds, hasMediaRootAccess, elementStartNodeIds, hasElementRootAccess, email, userName, name: 'Omdøbt', userGroupIds };
  await UserService.putUserById({ path, body: { ...saved, documentStartNodeIds: [ref(site.terms)] } });
  await refused(404, () => UserService.putUserById({ path: { id: randomUUID() }, body: saved }));
  await UserService.getUserByIdCalculateStartNodes({ path });
  await UserService.getUserBatch({ query: { id: [user.id, me.id] } });
  await UserService.getUser({ query: page });
  await UserService.getFilterUser({ query: { ...page, orderBy: 'Name', orderDirection: 'Ascending', userGroupIds: [me.userGroupIds[0].id], userStates: ['Active', 'Inactive'], filter: 'Omdøbt' } });

  // Their state and password.
  await UserService.postUserDisable({ body: { userIds } });
  await refused(400, () => UserService.postUserDisable({ body: { userIds: [ref(me.id)] } }));
  await UserService.postUserEnable({ body: { userIds } });
  await UserService.postUserUnlock({ body: { userIds } });
  await UserService.postUserSetUserGroups({ body: { userIds, userGroupIds: me.userGroupIds } });
  await UserService.postUserByIdChangePassword({ path, body: { newPassword: 'Et-tredje-forsamlingshus-8724' } });
  await refused(400, () => UserService.postUserByIdChangePassword({ path, body: { newPassword: 'kort' } }));
  await UserService.postUserByIdResetPassword({ path });

  // Portraits.
  const portrait = async () => ({ file: ref(await site.upload('portræt.png', picture, 'image/png')) });
  await UserService.postUserAvatarById({ path, body: await portrait() });
  await UserService.getItemUser({ query: { id: [user.id] } });
  await UserService.deleteUserAvatarById({ path });
  await UserService.postUserCurrentAvatar({ body: await portrait() });
  await UserService.deleteUserCurrentAvatar();
  await refused(404, () => UserService.postUserCurrentAvatar({ body: { file: ref(randomUUID()) } }));

  // A program.
  const program = newUser('Api');
  const keys = { id: program.id };
  await UserService.postUser({ body: program });
  await UserService.postUserByIdClientCredentials({ path: keys, body: { clientId: 'umbraco-back-office-tavlen', clientSecret: randomUUID() } });
  await refused(400, () => UserService.postUserByIdClientCredentials({ path, body: { clientId: 'umbraco-back-office-bruger', clientSecret: randomUUID() } }));
  const { data: clients } = await UserService.getUserByIdClientCredentials({ path: keys });
  await UserService.deleteUserByIdClientCredentialsByClientId({ path: { ...keys, clientId: clients[0] } });

  await UserService.deleteUserById({ path });
  await refused(404, () => UserService.deleteUserById({ path }));
  await UserService.deleteUser({ body: { userIds: [ref(program.id)] } });
};
