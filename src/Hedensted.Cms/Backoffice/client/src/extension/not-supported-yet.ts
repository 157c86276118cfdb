const entityActions = (entity: string, ...actions: string[]) => actions.map((action) => `Umb.EntityAction.${entity}.${action}`);

const sections = ['Library', 'Members', 'Packages', 'Users'].map((name) => `Umb.Section.${name}`);

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

const schema = [
  ...['Create', 'Delete', 'DuplicateTo', 'Export', 'Import', 'MoveTo', 'Folder.Delete', 'Folder.Rename'].flatMap((action) => entityActions('MemberType', action)),
  // Types travel between sites as uSync files, not in Umbraco's own format.
  ...['DocumentType', 'MediaType', 'Dictionary'].flatMap((entity) => entityActions(entity, 'Export', 'Import')),
  // Nothing here renders templates: whoever shows content reads it through GraphQL.
  'Umb.WorkspaceView.DocumentType.Templates',
  'Umb.EntityCreateOptionAction.DocumentType.DocumentWithTemplate',
];

const documents = [
  ...entityActions('Document', 'PublicAccess', 'Notifications', 'CultureAndHostnames'),
  'Umb.WorkspaceInfoApp.Document.RedirectManagement',
];

const propertyEditors = ['BlockGrid', 'BlockSingle', 'ElementPicker', 'EntityDataPicker', 'MemberGroupPicker', 'MemberPicker'].map(
  (name) => `Umb.PropertyEditorUi.${name}`,
);

// Searching what cannot be opened finds nothing.
const search = ['Element', 'Member', 'MemberType', 'Template'].flatMap((name) => [`Umb.GlobalSearch.${name}`, `Umb.SearchProvider.${name}`]);

/** Aliases of Umbraco's extensions that our server has no operations for. Each one that it learns leaves this list. */
export const notSupportedYet: readonly string[] = [
  ...sections,
  ...dashboards,
  ...settingsMenu,
  ...schema,
  ...documents,
  ...propertyEditors,
  ...search,
  'Umb.CurrentUser.Button.Edit', // its form asks for a portrait, which the server does not keep
  'Umb.UserProfileApp.CurrentUser.Theme', // in English, and by its own words an experiment
  // The server has no hub of server events; without this the backoffice would ask for it, and with it would keep what only
  // the hub could tell it to forget.
  'Umb.GlobalContext.ManagementApi.ServerEvent',
  'Umb.HeaderApp.Help', // leads to Umbraco's own documentation in English
];
