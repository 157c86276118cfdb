export const recurrenceManifests = [
  {
    type: 'propertyEditorUi',
    alias: 'Hedensted.PropertyEditorUi.Recurrence',
    name: 'Recurrence of a series',
    element: () => import('./recurrence-editor.element.js'),
    meta: {
      label: 'Gentagelse',
      icon: 'icon-calendar-alt',
      group: 'Hedensted',
      propertyEditorSchemaAlias: 'Umbraco.Plain.Json',
      supportsReadOnly: true,
    },
  },
  {
    type: 'workspaceContext',
    alias: 'Hedensted.WorkspaceContext.Inherited',
    name: 'What a date has from its series',
    api: () => import('./inherited.context.js'),
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
];
