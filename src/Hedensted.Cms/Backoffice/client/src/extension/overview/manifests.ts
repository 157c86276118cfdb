export const overviewManifests = [
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.Calendar',
    name: 'What happens and what is planned',
    element: () => import('./calendar-dashboard.element.js'),
    weight: 900,
    meta: { label: 'Det sker / det udgives', pathname: 'kalender' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.Drafts',
    name: 'What I have under way',
    element: () => import('./drafts-dashboard.element.js'),
    weight: 800,
    meta: { label: 'Mine kladder', pathname: 'mine-kladder' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
];
