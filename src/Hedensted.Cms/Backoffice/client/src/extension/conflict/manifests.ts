export const conflictManifests = [
  {
    type: 'workspaceContext',
    alias: 'Hedensted.WorkspaceContext.Conflict',
    name: 'Two editors in the same document',
    api: () => import('./conflict.context.js'),
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
  {
    type: 'modal',
    alias: 'Hedensted.Modal.Conflict',
    name: 'Two editors in the same document',
    element: () => import('./conflict-modal.element.js'),
  },
];
