import { ref } from '../site.mjs';
import { madeDataType, newDocumentType, written } from '../schema.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DataTypeService, DocumentTypeService } = sdk;

export default async (site) => {
  const dataType = await madeDataType();
  const composition = newDocumentType(dataType);
  await DocumentTypeService.postDocumentType({ body: composition });
  await written('DocumentType', {
    ...newDocumentType(dataType),
    properties: [],
    compositions: [{ documentType: ref(composition.id), compositionType: 'Composition' }],
    allowedDocumentTypes: [{ documentType: ref(site.termType), sortOrder: 0 }],
  });
  await refused(400, () => DocumentTypeService.postDocumentType({ body: { ...newDocumentType(dataType), alias: 'ikke et alias' } }));
  await refused(400, () => DocumentTypeService.deleteDocumentTypeById({ path: { id: site.termType } }));
  await DocumentTypeService.getDocumentTypeAllowedInLibrary({ query: { skip: 0, take: 10 } });
  await refused(400, () => DocumentTypeService.postDocumentTypeByIdTemplate({ path: { id: site.termType }, body: { alias: 'side', name: 'Side', isDefault: true } }));
  await DocumentTypeService.deleteDocumentTypeById({ path: { id: composition.id } });
  await DataTypeService.deleteDataTypeById({ path: { id: dataType } });
};
