import { randomUUID } from 'node:crypto';
import { ref } from '../site.mjs';
import { madeDataType, newDocumentType, newMediaType } from '../schema.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DataTypeService, DictionaryService, DocumentTypeService, ImportService, MediaTypeService } = sdk;

export default async (site) => {
  const dataType = await madeDataType();
  const upload = async (content, name = 'type.udt') => ({ id: await site.upload(name, content, 'application/octet-stream') });

  // Exports, removes, imports, and imports once more over what is there.
  const transferred = async (name, service, body) => {
    const path = { id: body.id };
    await service[`post${name}`]({ body });
    const { data } = await service[`get${name}ByIdExport`]({ path });
    if (!(data instanceof Blob)) throw new Error(`The export of a ${name} is no file.`);
    await refused(404, () => service[`get${name}ByIdExport`]({ path: { id: randomUUID() } }));
    const file = await upload(data);
    await refused(400, () => service[`post${name}Import`]({ body: { file } }));
    await service[`delete${name}ById`]({ path });
    await service[`post${name}Import`]({ body: { file } });
    await refused(404, () => service[`post${name}Import`]({ body: { file } }));

    const over = await upload(data);
    const { data: analysis } = await ImportService.getImportAnalyze({ query: { temporaryFileId: over.id } });
    if (analysis.key !== body.id || analysis.entityType !== name) throw new Error(JSON.stringify(analysis));
    await refused(400, () => service[`put${name}ByIdImport`]({ path: { id: randomUUID() }, body: { file: over } }));
    await service[`put${name}ByIdImport`]({ path, body: { file: over } });
    await service[`delete${name}ById`]({ path });
  };

  await transferred('DocumentType', DocumentTypeService, newDocumentType(dataType));
  await transferred('MediaType', MediaTypeService, newMediaType(dataType));
  await DataTypeService.deleteDataTypeById({ path: { id: dataType } });
  await refused(404, () => ImportService.getImportAnalyze({ query: { temporaryFileId: randomUUID() } }));

  const text = (parent = null) => ({ id: randomUUID(), parent: ref(parent), name: `Tekst.${randomUUID()}`, translations: [{ isoCode: 'da', translation: 'Læs mere' }] });
  const [above, other] = [text(), text()];
  const below = text(above.id);
  for (const body of [above, below, other]) await DictionaryService.postDictionary({ body });
  const { data } = await DictionaryService.getDictionaryByIdExport({ path: { id: above.id }, query: { includeChildren: true } });
  await refused(404, () => DictionaryService.getDictionaryByIdExport({ path: { id: randomUUID() } }));
  await DictionaryService.deleteDictionaryById({ path: { id: above.id } });
  const temporaryFile = await upload(data);
  await refused(404, () => DictionaryService.postDictionaryImport({ body: { temporaryFile, parent: ref(randomUUID()) } }));
  await refused(400, async () => DictionaryService.postDictionaryImport({ body: { temporaryFile: { id: await site.upload('note.txt') }, parent: null } }));
  await DictionaryService.postDictionaryImport({ body: { temporaryFile, parent: ref(other.id) } });
  await DictionaryService.getDictionaryById({ path: { id: below.id } });
  await DictionaryService.deleteDictionaryById({ path: { id: other.id } });
};
