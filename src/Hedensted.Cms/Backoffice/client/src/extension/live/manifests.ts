export const liveManifests = [
  {
    type: 'workspaceFooterApp',
    alias: 'Hedensted.WorkspaceFooterApp.Live',
    name: 'Whether what was published is out',
    element: () => import('./live-status.element.js'),
    weight: -100,
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
  {
    type: 'workspaceFooterApp',
    alias: 'Hedensted.WorkspaceFooterApp.Collisions',
    name: 'Whether the room is taken',
    element: () => import('./collisions.element.js'),
    weight: -90,
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
  {
    type: 'workspaceFooterApp',
    alias: 'Hedensted.WorkspaceFooterApp.Advice',
    name: 'What a dialogue meeting lacks',
    element: () => import('./advice.element.js'),
    weight: -80,
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
];
