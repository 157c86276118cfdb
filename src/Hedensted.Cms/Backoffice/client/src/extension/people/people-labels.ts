/**
 * What Umbraco 18.2 writes in English into the code about users and groups, where no localization reaches it: replaced where it is
 * registered, so that an administrator meets Danish only.
 */
const sections: Readonly<Record<string, string>> = {
  'Umb.Section.Content': 'Indhold',
  'Umb.Section.Media': 'Mediearkiv',
  'Umb.Section.Settings': 'Indstillinger',
  'Umb.Section.Translation': 'Oversættelse',
  'Umb.Section.Users': 'Brugere',
};

const labels: Readonly<Record<string, string>> = {
  'User Groups': 'Brugergrupper',
  'Last login': 'Seneste login',
  Status: 'Status',
  Enable: 'Aktivér',
  Unlock: 'Lås op',
  Disable: 'Deaktivér',
  'UI Read': 'Læs felter',
  'UI Write': 'Ret felter',
  'Allow access to read Document property values in the UI': 'Tillad at se, hvad der står i felterne',
  'Allow access to write Document property values from the UI': 'Tillad at rette det, der står i felterne',
  'Assign permissions to Document property values': 'Giv andre rettigheder til enkelte felter på en dokumenttype',
};

const views: Readonly<Record<string, string>> = { Cards: 'Kort', Table: 'Tabel' };

interface Labelled {
  label?: string;
  description?: string;
}

interface Registered {
  type: string;
  alias: string;
  name: string;
  meta?: Labelled & { columns?: Labelled[] };
}

interface Kind {
  matchType: string;
  manifest: { meta?: Labelled };
}

/** Gives the ways to show a list their Danish names. */
export function translateViews(kinds: readonly unknown[]): void {
  for (const { matchType, manifest } of kinds as Kind[]) {
    if (matchType === 'collectionView' && manifest.meta?.label) manifest.meta.label = views[manifest.meta.label] ?? manifest.meta.label;
  }
}

/** Gives what is registered about users its Danish labels. */
export function translatePeople(extensions: readonly unknown[]): void {
  for (const extension of extensions as Registered[]) {
    if (extension.type === 'section') extension.name = sections[extension.alias] ?? extension.name; // shown in the list of groups
    else if (/\.User\b|PropertyValue/.test(extension.alias)) for (const item of [extension.meta, ...(extension.meta?.columns ?? [])]) translate(item);
  }
}

function translate(item: Labelled | undefined): void {
  if (item?.label) item.label = labels[item.label] ?? item.label;
  if (item?.description) item.description = labels[item.description] ?? item.description;
}
