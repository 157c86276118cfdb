import { randomUUID } from 'node:crypto';
import { refused, sdk } from '../umbraco.mjs';

const { DataTypeService, DocumentTypeService, MediaTypeService } = sdk;
const page = { skip: 0, take: 20 };

const folderIn = ({ data }) => data.items.find((item) => item.isFolder).id;

export default async (site) => {
  const { data: type } = await DocumentTypeService.getDocumentTypeById({ path: { id: site.termType } });
  await refused(404, () => DocumentTypeService.getDocumentTypeById({ path: { id: randomUUID() } }));
  await DocumentTypeService.getDocumentTypeBatch({ query: { id: [site.termType, site.homeType] } });
  await DocumentTypeService.getDocumentTypeAllowedAtRoot({ query: page });
  await DocumentTypeService.getDocumentTypeByIdAllowedChildren({ path: { id: site.termFolderType }, query: page });
  await DocumentTypeService.getDocumentTypeByIdAllowedParents({ path: { id: site.termType } });
  await DocumentTypeService.getDocumentTypeByIdBlueprint({ path: { id: site.termType }, query: page });
  await DocumentTypeService.getDocumentTypeByIdCompositionReferences({ path: { id: type.compositions[0].documentType.id } });
  await DocumentTypeService.postDocumentTypeAvailableCompositions({ body: { id: site.termType, currentPropertyAliases: [], currentCompositeIds: [], isElement: false } });
  await DocumentTypeService.getDocumentTypeConfiguration();
  await DocumentTypeService.getItemDocumentType({ query: { id: [site.termType] } });
  await DocumentTypeService.getItemDocumentTypeSearch({ query: { query: 'e', isElement: false, ...page } });
  const documentTypes = await DocumentTypeService.getTreeDocumentTypeRoot({ query: { ...page, foldersOnly: false } });
  await DocumentTypeService.getDocumentTypeFolderById({ path: { id: folderIn(documentTypes) } });
  await DocumentTypeService.getTreeDocumentTypeAncestors({ query: { descendantId: site.termType } });
  await DocumentTypeService.getTreeDocumentTypeChildren({ query: { parentId: site.termType, ...page } });
  await DocumentTypeService.getTreeDocumentTypeSiblings({ query: { target: site.termType, before: 1, after: 1 } });

  const { data: mediaType } = await MediaTypeService.getMediaTypeById({ path: { id: site.imageType } });
  await MediaTypeService.getMediaTypeBatch({ query: { id: [mediaType.id, site.fileType] } });
  await MediaTypeService.getMediaTypeAllowedAtRoot({ query: page });
  await MediaTypeService.getMediaTypeByIdAllowedChildren({ path: { id: site.folderType }, query: page });
  await MediaTypeService.getMediaTypeByIdAllowedParents({ path: { id: site.imageType } });
  await MediaTypeService.getMediaTypeByIdCompositionReferences({ path: { id: site.imageType } });
  await MediaTypeService.postMediaTypeAvailableCompositions({ body: { id: site.imageType, currentPropertyAliases: [], currentCompositeIds: [] } });
  await MediaTypeService.getItemMediaType({ query: { id: [site.imageType] } });
  await MediaTypeService.getItemMediaTypeSearch({ query: { query: 'e', ...page } });
  await MediaTypeService.getItemMediaTypeAllowed({ query: { fileExtension: 'jpg', ...page } });
  await MediaTypeService.getItemMediaTypeFolders({ query: page });
  await MediaTypeService.getTreeMediaTypeRoot({ query: page });
  await refused(404, () => MediaTypeService.getMediaTypeFolderById({ path: { id: randomUUID() } }));
  await MediaTypeService.getTreeMediaTypeAncestors({ query: { descendantId: site.imageType } });
  await MediaTypeService.getTreeMediaTypeChildren({ query: { parentId: site.imageType, ...page } });
  await MediaTypeService.getTreeMediaTypeSiblings({ query: { target: site.imageType, before: 1, after: 1 } });

  const path = { id: type.properties[0].dataType.id };
  await DataTypeService.getDataTypeById({ path });
  await refused(404, () => DataTypeService.getDataTypeById({ path: { id: randomUUID() } }));
  await DataTypeService.getDataTypeBatch({ query: { id: [path.id] } });
  await DataTypeService.getDataTypeByIdIsUsed({ path });
  await DataTypeService.getDataTypeByIdReferencedBy({ path, query: page });
  await DataTypeService.getDataTypeConfiguration();
  await DataTypeService.getItemDataType({ query: { id: [path.id] } });
  await DataTypeService.getItemDataTypeSearch({ query: { query: 'e', ...page } });
  await DataTypeService.getFilterDataType({ query: { ...page, name: 'e' } });
  const dataTypes = await DataTypeService.getTreeDataTypeRoot({ query: page });
  await DataTypeService.getDataTypeFolderById({ path: { id: folderIn(dataTypes) } });
  await DataTypeService.getTreeDataTypeAncestors({ query: { descendantId: path.id } });
  await DataTypeService.getTreeDataTypeChildren({ query: { parentId: path.id, ...page } });
  await DataTypeService.getTreeDataTypeSiblings({ query: { target: path.id, before: 1, after: 1 } });
};
