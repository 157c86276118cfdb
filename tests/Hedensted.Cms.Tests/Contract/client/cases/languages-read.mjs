import { refused, sdk } from '../umbraco.mjs';

const { CultureService, LanguageService, SegmentService, TagService } = sdk;
const page = { skip: 0, take: 20 };

export default async () => {
  await CultureService.getCulture({ query: page });
  const { data } = await LanguageService.getLanguage({ query: page });
  const { isoCode } = data.items[0];
  await LanguageService.getLanguageByIsoCode({ path: { isoCode } });
  await refused(404, () => LanguageService.getLanguageByIsoCode({ path: { isoCode: 'xx-XX' } }));
  await LanguageService.getItemLanguage({ query: { isoCode: [isoCode] } });
  await LanguageService.getItemLanguageDefault();
  await SegmentService.getSegment({ query: page });
  await TagService.getTag({ query: { query: 'a', tagGroup: 'default', ...page } });
};
