import { conflictManifests } from './conflict/manifests.js';
import { copyManifests } from './copy/manifests.js';
import { countManifests } from './counts/manifests.js';
import { danishInstead } from './danish-instead.js';
import { danishTexts } from './danish-texts.js';
import { handbookManifests } from './handbook/manifests.js';
import { importManifests } from './import/manifests.js';
import { listManifests } from './lists/manifests.js';
import { liveManifests } from './live/manifests.js';
import { manyManifests } from './many/manifests.js';
import { narrowManifests } from './narrow/manifests.js';
import { overviewManifests } from './overview/manifests.js';
import { peopleManifests } from './people/people-manifests.js';
import { recurrenceManifests } from './recurrence/manifests.js';

/** Everything that we add to the backoffice; the server's package manifest points at this bundle. */
export const manifests = [
  {
    type: 'localization',
    alias: 'Hedensted.Localization.Da',
    name: 'Danish texts that Umbraco 18.2 lacks',
    meta: { culture: 'da', localizations: danishTexts },
  },
  {
    type: 'localization',
    alias: 'Hedensted.Localization.Da.Instead',
    name: 'Danish texts in place of English ones in Umbraco 18.2',
    weight: 1, // the lightest is read last
    meta: { culture: 'da', localizations: danishInstead },
  },
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.Welcome',
    name: 'Welcome',
    element: () => import('./welcome-dashboard.element.js'),
    weight: 1000,
    overwrites: ['Umb.Dashboard.UmbracoNews'],
    meta: { label: 'Velkommen', pathname: 'velkommen' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.Settings',
    name: 'Settings',
    element: () => import('./settings-dashboard.element.js'),
    weight: 1000,
    meta: { label: 'Om indstillinger', pathname: 'om' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Settings' }],
  },
  {
    type: 'workspaceActionMenuItem',
    kind: 'previewOption',
    alias: 'Hedensted.PreviewOption.Screen',
    name: 'Preview on a screen',
    weight: 50,
    meta: { label: 'Vis kladde på skærm', urlProviderAlias: 'hedenstedScreen' },
  },
  {
    type: 'mfaLoginProvider',
    alias: 'Hedensted.MfaLoginProvider.Totp',
    name: 'Two steps with an authenticator app',
    forProviderName: 'Hedensted.Totp',
    element: () => import('./totp.element.js'),
    meta: { label: 'Kode fra en app' },
  },
  ...overviewManifests,
  ...handbookManifests,
  ...conflictManifests,
  ...liveManifests,
  ...listManifests,
  ...manyManifests,
  ...copyManifests,
  ...countManifests,
  ...peopleManifests,
  ...narrowManifests,
  ...recurrenceManifests,
  ...importManifests,
];
