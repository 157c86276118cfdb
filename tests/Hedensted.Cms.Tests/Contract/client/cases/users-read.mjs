import { sdk } from '../umbraco.mjs';

const { UserGroupService, UserService } = sdk;
const password = 'Dit-kulturelle-forsamlingshus-8722';
const other = 'Et-andet-forsamlingshus-8723';

export default async () => {
  const { data: me } = await UserService.getUserCurrent();
  await UserService.getUserCurrentConfiguration();
  await UserService.getUserCurrentLoginProviders();
  await UserService.getUserCurrent2Fa();
  await UserService.getUserConfiguration();
  await UserService.putUserCurrentProfile({ body: { languageIsoCode: me.languageIsoCode } });
  await UserService.getItemUser({ query: { id: [me.id] } });
  await UserService.postUserCurrentChangePassword({ body: { oldPassword: password, newPassword: other } });
  await UserService.postUserCurrentChangePassword({ body: { oldPassword: other, newPassword: password } });
  await UserGroupService.getItemUserGroup({ query: { id: me.userGroupIds.map(({ id }) => id) } });
};
