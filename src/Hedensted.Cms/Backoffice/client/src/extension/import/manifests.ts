export const importManifests = [
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.Import',
    name: 'Events from the library’s site',
    element: () => import('./import-dashboard.element.js'),
    weight: 700,
    meta: { label: 'Import', pathname: 'import' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
  {
    type: 'workspaceContext',
    alias: 'Hedensted.WorkspaceContext.Lock',
    name: 'Fields that another system owns',
    api: () => import('./lock.context.js'),
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
  {
    type: 'workspaceFooterApp',
    alias: 'Hedensted.WorkspaceFooterApp.Lock',
    name: 'Where an event is changed',
    element: () => import('./lock-foot.element.js'),
    weight: -80,
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
];
