import { danishTexts } from './danish-texts.js';
import { peopleManifests } from './people/people-manifests.js';

/** Everything that we add to the backoffice; the server's package manifest points at this bundle. */
export const manifests = [
  {
    type: 'localization',
    alias: 'Hedensted.Localization.Da',
    name: 'Danish texts that Umbraco 18.2 lacks',
    meta: { culture: 'da', localizations: danishTexts },
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
    type: 'workspaceContext',
    alias: 'Hedensted.WorkspaceContext.Conflict',
    name: 'Two editors in the same document',
    api: () => import('./conflict/conflict.context.js'),
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
  {
    type: 'modal',
    alias: 'Hedensted.Modal.Conflict',
    name: 'Two editors in the same document',
    element: () => import('./conflict/conflict-modal.element.js'),
  },
  {
    type: 'workspaceActionMenuItem',
    kind: 'previewOption',
    alias: 'Hedensted.PreviewOption.Screen',
    name: 'Preview on a screen',
    weight: 50,
    meta: { label: 'Forhåndsvisning på skærm', urlProviderAlias: 'hedenstedScreen' },
  },
  {
    type: 'mfaLoginProvider',
    alias: 'Hedensted.MfaLoginProvider.Totp',
    name: 'Two steps with an authenticator app',
    forProviderName: 'Hedensted.Totp',
    element: () => import('./totp.element.js'),
    meta: { label: 'Kode fra en app' },
  },
  ...peopleManifests,
];
