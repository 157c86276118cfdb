const entityActions = (entity: string, ...actions: string[]) => actions.map((action) => `Umb.EntityAction.${entity}.${action}`);

const sections = ['Library', 'Members', 'Packages'].map((name) => `Umb.Section.${name}`);

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

const schema = [
  ...['Create', 'Delete', 'DuplicateTo', 'Export', 'Import', 'MoveTo', 'Folder.Delete', 'Folder.Rename'].flatMap((action) => entityActions('MemberType', action)),
  // Nothing here renders templates: whoever shows content reads it through GraphQL.
  'Umb.WorkspaceView.DocumentType.Templates',
  'Umb.EntityCreateOptionAction.DocumentType.DocumentWithTemplate',
];

const documents = [
  ...entityActions('Document', 'PublicAccess', 'Notifications', 'CultureAndHostnames'),
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
  'Umb.UserProfileApp.CurrentUser.Theme', // in English, and by its own words an experiment
  'Umb.HeaderApp.Help', // leads to Umbraco's own documentation in English; our handbook stands in its place
];
