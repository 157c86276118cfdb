const journal = () => import('./journal.element.js');

const journalOf = (name: string) => ({
  type: 'workspaceView',
  alias: `Hedensted.WorkspaceView.${name}.Journal`,
  name: `Journal of a ${name}`,
  element: journal,
  weight: 10,
  meta: { label: 'Historik', pathname: 'historik', icon: 'icon-history' },
  conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: `Umb.Workspace.${name}` }],
});

/** What was done to users and groups: on the section's first page, and with each user and group. */
export const peopleManifests = [
  {
    type: 'dashboard',
    alias: 'Hedensted.Dashboard.UserJournal',
    name: 'Journal of users and groups',
    element: journal,
    weight: 100,
    meta: { label: 'Historik', pathname: 'historik' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Users' }],
  },
  {
    type: 'modal',
    alias: 'Hedensted.Modal.HandOver',
    name: 'A link to hand over',
    element: () => import('./hand-over-modal.element.js'),
  },
  journalOf('User'),
  journalOf('UserGroup'),
];
