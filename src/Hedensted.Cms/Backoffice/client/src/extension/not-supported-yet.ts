const entityActions = (entity: string, ...actions: string[]) => actions.map((action) => `Umb.EntityAction.${entity}.${action}`);

const sections = ['Library', 'Members', 'Packages', 'Translation', 'Users'].map((name) => `Umb.Section.${name}`);

const dashboards = [
  'ExamineManagement',
  'ModelsBuilder',
  'Profiling',
  'PublishedStatus',
  'SettingsWelcome',
  'Telemetry',
  'UmbracoNews',
].map((name) => `Umb.Dashboard.${name}`);

const settingsMenu = [
  'Umb.SectionSidebarMenu.Templating',
  ...[
    'DocumentBlueprints',
    'Extensions',
    'MemberTypes',
    'PartialView',
    'PartialViews',
    'Relations',
    'Script',
    'Scripts',
    'Stylesheet',
    'Stylesheets',
    'Templates',
    'Webhook',
  ].map((name) => `Umb.MenuItem.${name}`),
];

// Types are changed as uSync files; the backoffice shows them.
const schemaIsReadOnly = [
  ...['DocumentType', 'MediaType', 'MemberType', 'DataType'].flatMap((entity) =>
    entityActions(entity, 'Create', 'Delete', 'DuplicateTo', 'Export', 'Import', 'MoveTo', 'Folder.Delete', 'Folder.Rename', 'Folder.Update'),
  ),
  ...entityActions('Language', 'Create', 'Delete'),
  ...['DocumentType', 'MediaType', 'DataType', 'Language'].map((entity) => `Umb.WorkspaceAction.${entity}.Save`),
  'Umb.WorkspaceView.DocumentType.Templates',
  ...['DocumentType.Default', 'DocumentType.DocumentWithTemplate', 'DocumentType.ElementType', 'DocumentType.Folder'].map(createOption),
  ...['MediaType.Default', 'MediaType.Folder', 'DataType.Default', 'DataType.Folder', 'Language.Default'].map(createOption),
];

const documents = [
  ...entityActions('Document', 'PublicAccess', 'Notifications', 'CultureAndHostnames', 'CreateBlueprint'),
];

const propertyEditors = ['BlockGrid', 'BlockSingle', 'ElementPicker', 'EntityDataPicker', 'MemberGroupPicker', 'MemberPicker'].map(
  (name) => `Umb.PropertyEditorUi.${name}`,
);

// Searching what cannot be opened finds nothing.
const search = ['Dictionary', 'Element', 'Member', 'MemberType', 'Template'].flatMap((name) => [`Umb.GlobalSearch.${name}`, `Umb.SearchProvider.${name}`]);

/** Aliases of Umbraco's extensions that our server has no operations for. Each one that it learns leaves this list. */
export const notSupportedYet: readonly string[] = [
  ...sections,
  ...dashboards,
  ...settingsMenu,
  ...schemaIsReadOnly,
  ...documents,
  ...propertyEditors,
  ...search,
  'Umb.CurrentUser.Button.Edit', // its form asks for a portrait, which the server does not keep
  'Umb.UserProfileApp.CurrentUser.Theme', // in English, and by its own words an experiment
  'Umb.HeaderApp.Help', // leads to Umbraco's own documentation in English
];

function createOption(name: string): string {
  return `Umb.EntityCreateOptionAction.${name}`;
}
