const entityActions = (entity: string, ...actions: string[]) => actions.map((action) => `Umb.EntityAction.${entity}.${action}`);

const sections = ['Library', 'Members', 'Packages', 'Translation'].map((name) => `Umb.Section.${name}`);

const dashboards = [
  'ExamineManagement',
  'HealthCheck',
  'ModelsBuilder',
  'Profiling',
  'PublishedStatus',
  'RedirectManagement',
  'SettingsWelcome',
  'Telemetry',
  'UmbracoNews',
].map((name) => `Umb.Dashboard.${name}`);

const settingsMenu = [
  'Umb.SectionSidebarMenu.Templating',
  'Umb.SectionSidebarMenu.AdvancedSettings',
  ...[
    'DocumentBlueprints',
    'Extensions',
    'LogViewer',
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
  'Umb.WorkspaceInfoApp.Document.RedirectManagement',
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
  'Umb.UserProfileApp.CurrentUser.Theme', // in English, and by its own words an experiment
  // The server has no hub of server events; without this the backoffice would ask for it, and with it would keep what only
  // the hub could tell it to forget.
  'Umb.GlobalContext.ManagementApi.ServerEvent',
  'Umb.HeaderApp.Help', // leads to Umbraco's own documentation in English
];

function createOption(name: string): string {
  return `Umb.EntityCreateOptionAction.${name}`;
}
