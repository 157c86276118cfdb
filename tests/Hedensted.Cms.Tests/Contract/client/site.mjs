// What the cases start from: keys of the starting site, and the shortest bodies that Umbraco's client sends.
import { randomUUID } from 'node:crypto';
import { sdk } from './umbraco.mjs';

const { DocumentService, MediaService, TemporaryFileService } = sdk;

export const known = {
  home: '59e2c097-ef71-5342-849f-d6c883757fc4',
  terms: 'd651341f-ab98-57bb-b94e-10824a908f70',
  termFolderType: 'd4d2c43a-42d4-57b9-a071-ae4e92118659',
  termType: 'cfcfa0f7-fcd5-5fac-bac8-1d0c7d36f963',
  homeType: '8f4a96a1-ec28-5e4d-975e-3a22a9d17448',
  folderType: 'f38bd2d7-65d0-48e6-95dc-87ce06ec2d3d',
  fileType: '4c52d8ab-54e6-40cd-999c-7a5f24903e4d',
  imageType: 'cc07b313-0843-4aa8-bbda-871c8da728c8',
};

export const ref = (id) => (id ? { id } : null);
export const value = (alias, given) => ({ culture: null, segment: null, alias, value: given });
export const named = (name) => [{ culture: null, segment: null, name }];
export const now = { publishSchedules: [{ culture: null, schedule: null }] };

/** Each group gets a site of its own to write in; nothing that another group made is relied on. */
export function siteOf() {
  const newDocument = (name = `Ord ${randomUUID()}`, parent = known.terms) => ({
    id: randomUUID(),
    parent: ref(parent),
    documentType: { id: known.termType },
    template: null,
    values: [value('title', name), value('definition', 'Et ord, der forklares.')],
    variants: named(name),
  });
  const newFolder = (name = `Mappe ${randomUUID()}`, parent = null) => ({ id: randomUUID(), parent: ref(parent), mediaType: { id: known.folderType }, values: [], variants: named(name) });

  return {
    ...known,
    newDocument,
    newFolder,

    async draft(name) {
      const body = newDocument(name);
      await DocumentService.postDocument({ body });
      return body.id;
    },

    async published(name) {
      const body = { ...newDocument(name), culturesToPublish: [] };
      await DocumentService.postDocumentCreateAndPublish({ body });
      return body.id;
    },

    /** What the backoffice sends when it saves a document as it stands. */
    async opened(id) {
      const { data } = await DocumentService.getDocumentById({ path: { id } });
      return { template: data.template, values: data.values.map(({ culture, segment, alias, value }) => ({ culture, segment, alias, value })), variants: data.variants.map(({ culture, segment, name }) => ({ culture, segment, name })) };
    },

    async folder(name, parent) {
      const body = newFolder(name, parent);
      await MediaService.postMedia({ body });
      return body.id;
    },

    async upload(name, content = 'En tekst.', type = 'text/plain') {
      const Id = randomUUID();
      await TemporaryFileService.postTemporaryFile({ body: { Id, File: new File([content], name, { type }) } });
      return Id;
    },
  };
}
