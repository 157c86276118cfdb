import { eventListView } from './event-filter.js';

export const listManifests = [
  {
    type: 'collectionView',
    alias: eventListView,
    name: 'Events with filters',
    element: () => import('./event-list.element.js'),
    weight: 400,
    meta: { label: 'Arrangementer', icon: 'icon-calendar', pathName: 'arrangementer' },
    conditions: [
      { alias: 'Umb.Condition.CollectionAlias', match: 'Umb.Collection.Document' },
      { alias: 'Umb.Condition.WorkspaceContentTypeAlias', match: 'eventFolder' },
    ],
  },
  {
    type: 'valueSummary',
    kind: 'default',
    alias: 'Hedensted.ValueSummary.DateTime',
    name: 'Dates with weekday in lists',
    weight: 1000,
    overwrites: ['Umb.ValueSummary.PropertyEditor.DateTimeUnspecified'],
    forValueType: 'Umbraco.DateTimeUnspecified',
    element: () => import('./values/date-summary.element.js'),
  },
  {
    type: 'valueSummary',
    kind: 'default',
    alias: 'Hedensted.ValueSummary.Words',
    name: 'Chosen words in lists',
    forValueType: 'Umbraco.DropDown.Flexible',
    element: () => import('./values/words-summary.element.js'),
  },
];
