// The shortest types that Umbraco's client sends, and what is done to the types and folders of every tree.
import { randomUUID } from 'node:crypto';
import { ref } from './site.mjs';
import { refused, sdk } from './umbraco.mjs';

const page = { skip: 0, take: 100 };
const alias = () => `made${randomUUID().replaceAll('-', '')}`;

export const newDataType = () => ({ id: randomUUID(), parent: null, name: `Data ${randomUUID()}`, editorAlias: 'Umbraco.TextBox', editorUiAlias: 'Umb.PropertyEditorUi.TextBox', values: [{ alias: 'maxChars', value: 40 }] });

export const newProperty = (dataType, container = null) => ({
  id: randomUUID(),
  container: ref(container),
  sortOrder: 0,
  alias: 'seats',
  name: 'Pladser',
  description: null,
  dataType: ref(dataType),
  variesByCulture: false,
  variesBySegment: false,
  validation: { mandatory: true, mandatoryMessage: 'Skriv et tal', regEx: null, regExMessage: null },
  appearance: { labelOnTop: false },
});

const newType = (dataType) => {
  const group = randomUUID();
  return {
    id: randomUUID(),
    parent: null,
    alias: alias(),
    name: `Type ${randomUUID()}`,
    description: 'Til noget',
    icon: 'icon-calendar',
    allowedAsRoot: true,
    variesByCulture: false,
    variesBySegment: false,
    collection: null,
    isElement: false,
    allowedInLibrary: false,
    compositions: [],
    containers: [{ id: group, parent: null, name: 'Indhold', type: 'Group', sortOrder: 0 }],
    properties: [newProperty(dataType, group)],
  };
};

export const newMediaType = (dataType) => ({ ...newType(dataType), allowedMediaTypes: [] });

export const newDocumentType = (dataType) => ({
  ...newType(dataType),
  allowedDocumentTypes: [],
  allowedTemplates: [],
  defaultTemplate: null,
  cleanup: { preventCleanup: false, keepAllVersionsNewerThanDays: null, keepLatestVersionPerDayForDays: null },
});

export async function madeDataType() {
  const body = newDataType();
  await sdk.DataTypeService.postDataType({ body });
  return body.id;
}

/** Makes what `body` says, changes, copies, moves and deletes it, with the operations of `DataType`, `DocumentType` or `MediaType`. */
export async function written(name, body) {
  const service = sdk[`${name}Service`];
  const path = { id: body.id };
  await service[`post${name}`]({ body });
  await refused(409, () => service[`post${name}`]({ body }));
  await refused(400, () => service[`post${name}`]({ body: { ...body, id: randomUUID(), name: '' } }));
  await service[`get${name}ById`]({ path });
  const { id, parent, ...saved } = body;
  await service[`put${name}ById`]({ path, body: { ...saved, name: `Nyt navn ${id}` } });
  await refused(404, () => service[`put${name}ById`]({ path: { id: randomUUID() }, body: saved }));

  const target = ref(await folder(name));
  const { response } = await service[`post${name}ByIdCopy`]({ path, body: { target: null } });
  const copy = { id: response.headers.get('Umb-Generated-Resource') };
  await service[`put${name}ByIdMove`]({ path: copy, body: { target } });
  await refused(400, () => service[`delete${name}FolderById`]({ path: target }));
  await service[`getTree${name}Children`]({ query: { parentId: target.id, ...page } });
  await service[`getTree${name}Ancestors`]({ query: { descendantId: copy.id } });
  await service[`delete${name}ById`]({ path: copy });
  await refused(404, () => service[`delete${name}ById`]({ path: copy }));
  await service[`delete${name}FolderById`]({ path: target });
  await service[`delete${name}ById`]({ path });
}

/** A new folder in the tree of `name`, renamed once. */
export async function folder(name) {
  const service = sdk[`${name}Service`];
  const body = { id: randomUUID(), parent: null, name: `Mappe ${randomUUID()}` };
  const path = { id: body.id };
  await service[`post${name}Folder`]({ body });
  await refused(400, () => service[`post${name}Folder`]({ body: { ...body, id: randomUUID(), name: '' } }));
  await service[`put${name}FolderById`]({ path, body: { name: `Omdøbt ${body.id}` } });
  await service[`get${name}FolderById`]({ path });
  await refused(404, () => service[`get${name}FolderById`]({ path: { id: randomUUID() } }));
  return body.id;
}
