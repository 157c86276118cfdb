const action = (name: string, icon: string, weight: number, api: () => Promise<unknown>) => ({
  type: 'entityBulkAction',
  kind: 'default',
  alias: `Hedensted.EntityBulkAction.Document.${name}`,
  name: `${name} many documents`,
  overwrites: [`Umb.EntityBulkAction.Document.${name}`],
  weight,
  api,
  forEntityTypes: ['document'],
  meta: { icon, label: `#actions_${name.toLowerCase()}` },
  conditions: [
    { alias: 'Umb.Condition.CollectionAlias', match: 'Umb.Collection.Document' },
    { alias: 'Umb.Condition.UserPermission.Document', allOf: [`Umb.Document.${name}`] },
    { alias: 'Umb.Condition.EntityIsNotTrashed' },
  ],
});

export const manyManifests = [
  action('Publish', 'icon-globe', 50, () => import('./publish-many.action.js')),
  action('Unpublish', 'icon-globe', 40, () => import('./unpublish-many.action.js')),
  {
    type: 'modal',
    alias: 'Hedensted.Modal.Many',
    name: 'Publish or take down many documents',
    element: () => import('./many-modal.element.js'),
  },
];
