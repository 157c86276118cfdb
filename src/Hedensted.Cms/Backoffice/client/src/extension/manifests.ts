import { copyManifests } from './copy/manifests.js';
import { danishInstead } from './danish-instead.js';
import { danishTexts } from './danish-texts.js';
import { listManifests } from './lists/manifests.js';
import { manyManifests } from './many/manifests.js';
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
    alias: 'Hedensted.Dashboard.Calendar',
    name: 'What happens and what is planned',
    element: () => import('./overview/calendar-dashboard.element.js'),
    weight: 900,
    meta: { label: 'Det sker / det udgives', pathname: 'kalender' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.Drafts',
    name: 'What I have under way',
    element: () => import('./overview/drafts-dashboard.element.js'),
    weight: 800,
    meta: { label: 'Mine kladder', pathname: 'mine-kladder' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
  {
    type: 'headerApp',
    alias: 'Hedensted.HeaderApp.Handbook',
    name: 'The editors’ handbook',
    element: () => import('./handbook/handbook-button.element.js'),
    weight: 500,
  },
  {
    type: 'modal',
    alias: 'Hedensted.Modal.Handbook',
    name: 'The editors’ handbook',
    element: () => import('./handbook/handbook-modal.element.js'),
  },
  {
    type: 'workspaceFooterApp',
    alias: 'Hedensted.WorkspaceFooterApp.Live',
    name: 'Whether what was published is out',
    element: () => import('./live/live-status.element.js'),
    weight: -100,
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
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
  ...listManifests,
  ...manyManifests,
  ...copyManifests,
  ...peopleManifests,
];
