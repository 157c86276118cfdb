import { newDataType, written } from '../schema.mjs';
import { refused, sdk } from '../umbraco.mjs';

export default async () => {
  await written('DataType', newDataType());
  await refused(400, () => sdk.DataTypeService.postDataType({ body: { ...newDataType(), editorAlias: 'Findes.Ikke' } }));
};
