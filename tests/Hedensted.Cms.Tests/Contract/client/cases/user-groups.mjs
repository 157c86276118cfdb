import { randomUUID } from 'node:crypto';
import { ref } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { UserGroupService, UserService } = sdk;
const page = { skip: 0, take: 20 };

export default async (site) => {
  const { data: me } = await UserService.getUserCurrent();
  const newGroup = () => ({
    id: randomUUID(),
    name: `Gruppe ${randomUUID()}`,
    alias: `made${randomUUID().replaceAll('-', '')}`,
    description: 'Til ordbogen',
    icon: 'icon-users',
    sections: ['Umb.Section.Content'],
    languages: [],
    hasAccessToAllLanguages: true,
    documentStartNode: ref(site.terms),
    documentRootAccess: false,
    mediaStartNode: null,
    mediaRootAccess: true,
    elementStartNode: null,
    elementRootAccess: false,
    fallbackPermissions: ['Umb.Document.Read', 'Umb.Document.Update'],
    permissions: [{ $type: 'DocumentPermissionPresentationModel', document: ref(site.terms), verbs: ['Umb.Document.Read'] }],
  });
  const [group, other] = [newGroup(), newGroup()];
  const path = { id: group.id };
  await UserGroupService.postUserGroup({ body: group });
  await UserGroupService.postUserGroup({ body: other });
  await refused(400, () => UserGroupService.postUserGroup({ body: { ...newGroup(), alias: group.alias } }));
  await refused(400, () => UserGroupService.postUserGroup({ body: { ...newGroup(), name: '' } }));
  await UserGroupService.getUserGroupById({ path });
  await refused(404, () => UserGroupService.getUserGroupById({ path: { id: randomUUID() } }));
  const { id, ...saved } = group;
  await UserGroupService.putUserGroupById({ path, body: { ...saved, description: null, documentStartNode: null, documentRootAccess: true } });
  await UserGroupService.getUserGroup({ query: page });
  await UserGroupService.getFilterUserGroup({ query: { filter: 'Gruppe', ...page } });
  await UserGroupService.getItemUserGroup({ query: { id: [id] } });

  const member = { kind: 'Default', id: randomUUID(), email: `${randomUUID()}@example.dk`, userName: '', name: 'Mia Medlem', userGroupIds: [ref(other.id)] };
  member.userName = member.email;
  await UserService.postUser({ body: member });
  await UserGroupService.postUserGroupByIdUsers({ path, body: [ref(member.id)] });
  await refused(404, () => UserGroupService.postUserGroupByIdUsers({ path, body: [ref(randomUUID())] }));
  await UserGroupService.deleteUserGroupByIdUsers({ path, body: [ref(member.id)] });
  await UserService.deleteUserById({ path: { id: member.id } });

  await UserGroupService.deleteUserGroupById({ path });
  await refused(404, () => UserGroupService.deleteUserGroupById({ path }));
  await refused(400, () => UserGroupService.deleteUserGroupById({ path: { id: me.userGroupIds[0].id } }));
  await UserGroupService.deleteUserGroup({ body: { userGroupIds: [ref(other.id)] } });
};
