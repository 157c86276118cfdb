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
];
