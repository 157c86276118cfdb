import { randomUUID } from 'node:crypto';
import { ref } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DictionaryService, LanguageService } = sdk;
const page = { skip: 0, take: 20 };

export default async () => {
  const { data: language } = await LanguageService.getItemLanguageDefault();
  const newItem = (parent = null) => ({ id: randomUUID(), parent: ref(parent), name: `Tekst.${randomUUID()}`, translations: [{ isoCode: language.isoCode, translation: 'Læs mere' }] });
  const [above, below] = [newItem(), newItem()];
  const path = { id: below.id };
  await DictionaryService.postDictionary({ body: above });
  await DictionaryService.postDictionary({ body: below });
  await refused(409, () => DictionaryService.postDictionary({ body: { ...newItem(), name: above.name } }));
  await refused(400, () => DictionaryService.postDictionary({ body: { ...newItem(), translations: [{ isoCode: 'xx-XX', translation: '?' }] } }));
  await DictionaryService.getDictionaryById({ path });
  await refused(404, () => DictionaryService.getDictionaryById({ path: { id: randomUUID() } }));
  await DictionaryService.putDictionaryById({ path, body: { name: below.name, translations: [{ isoCode: language.isoCode, translation: 'Læs mindre' }] } });
  await DictionaryService.putDictionaryByIdMove({ path, body: { target: ref(above.id) } });
  await refused(400, () => DictionaryService.putDictionaryByIdMove({ path: { id: above.id }, body: { target: ref(below.id) } }));

  await DictionaryService.getDictionary({ query: { filter: 'mindre', ...page } });
  await DictionaryService.getItemDictionary({ query: { id: [above.id, below.id] } });
  await DictionaryService.getTreeDictionaryRoot({ query: page });
  await DictionaryService.getTreeDictionaryChildren({ query: { parentId: above.id, ...page } });
  await DictionaryService.getTreeDictionaryAncestors({ query: { descendantId: below.id } });

  await DictionaryService.deleteDictionaryById({ path: { id: above.id } });
  await refused(404, () => DictionaryService.deleteDictionaryById({ path }));
};
