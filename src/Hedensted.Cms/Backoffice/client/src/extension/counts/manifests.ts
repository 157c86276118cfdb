export const countManifests = [
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.Counts',
    name: 'How many came',
    element: () => import('./counts-dashboard.element.js'),
    weight: 750,
    meta: { label: 'Tælling', pathname: 'taelling' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
];
