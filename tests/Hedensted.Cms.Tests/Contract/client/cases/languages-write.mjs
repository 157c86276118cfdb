import { refused, sdk } from '../umbraco.mjs';

const { LanguageService } = sdk;

export default async () => {
  const { data: original } = await LanguageService.getItemLanguageDefault();
  const path = { isoCode: 'fo-FO' };
  const body = { ...path, name: 'Færøsk', isDefault: false, isMandatory: false, fallbackIsoCode: original.isoCode };
  await LanguageService.postLanguage({ body });
  await refused(400, () => LanguageService.postLanguage({ body }));
  await refused(400, () => LanguageService.postLanguage({ body: { ...body, isoCode: 'ikke-et-sprog' } }));
  const { isoCode, ...saved } = body;
  await LanguageService.putLanguageByIsoCode({ path, body: { ...saved, name: 'Færøsk (Færøerne)', fallbackIsoCode: null } });
  await refused(404, () => LanguageService.putLanguageByIsoCode({ path: { isoCode: 'kl-GL' }, body: saved }));
  await LanguageService.getLanguageByIsoCode({ path });
  await LanguageService.deleteLanguageByIsoCode({ path });
  await refused(404, () => LanguageService.deleteLanguageByIsoCode({ path }));
  await refused(400, () => LanguageService.deleteLanguageByIsoCode({ path: { isoCode: original.isoCode } }));
};
