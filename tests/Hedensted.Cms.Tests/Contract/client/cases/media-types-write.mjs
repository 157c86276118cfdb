import { madeDataType, newMediaType, written } from '../schema.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DataTypeService, MediaTypeService } = sdk;

export default async (site) => {
  const dataType = await madeDataType();
  await written('MediaType', { ...newMediaType(dataType), allowedMediaTypes: [{ mediaType: { id: site.imageType }, sortOrder: 0 }] });
  await refused(400, () => MediaTypeService.deleteMediaTypeById({ path: { id: site.folderType } }));
  await DataTypeService.deleteDataTypeById({ path: { id: dataType } });
};
