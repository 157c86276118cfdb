const isEvent = 'Hedensted.Condition.Event';

export const copyManifests = [
  { type: 'condition', alias: isEvent, name: 'An event, a series or a dialogue meeting', api: () => import('./event.condition.js') },
  {
    type: 'entityAction',
    kind: 'default',
    alias: 'Hedensted.EntityAction.CopyEvent',
    name: 'Copy event',
    weight: 610,
    api: () => import('./copy-event.action.js'),
    forEntityTypes: ['document'],
    meta: { icon: 'icon-documents', label: 'Kopiér arrangement' },
    conditions: [
      { alias: 'Umb.Condition.UserPermission.Document', allOf: ['Umb.Document.Duplicate'] },
      { alias: 'Umb.Condition.EntityIsNotTrashed' },
      { alias: isEvent },
    ],
  },
];
