/**
 * Umbraco 18.2 writes some labels in English in the code, where no localization reaches them. Each is replaced where it is
 * registered or shown, so that an editor meets Danish only.
 */
const labels: Readonly<Record<string, string>> = {
  'Clear Formatting': 'Fjern formatering',
  'Heading 1': 'Overskrift 1',
  'Heading 2': 'Overskrift 2',
  'Heading 3': 'Overskrift 3',
  'Heading 4': 'Overskrift 4',
  'Ordered List': 'Nummereret liste',
  Blockquote: 'Citat',
  'Horizontal Rule': 'Skillelinje',
  Unlink: 'Fjern link',
  Underline: 'Understreget',
  Strike: 'Gennemstreget',
  Table: 'Tabel',
  'Table properties': 'Tabellens egenskaber',
  'Delete table': 'Slet tabellen',
  Cell: 'Celle',
  Row: 'Række',
  Column: 'Kolonne',
  'Add column before': 'Indsæt kolonne før',
  'Add column after': 'Indsæt kolonne efter',
  'Delete column': 'Slet kolonne',
  'Toggle header column': 'Overskriftskolonne til eller fra',
  'Add row before': 'Indsæt række over',
  'Add row after': 'Indsæt række under',
  'Delete row': 'Slet række',
  'Toggle header row': 'Overskriftsrække til eller fra',
  'Toggle header cell': 'Overskriftscelle til eller fra',
  'Merge cells': 'Flet celler',
  'Split cell': 'Opdel celle',
  'Merge or split': 'Flet eller opdel',
};

const clipboardLabels: Readonly<Record<string, string>> = { Copy: 'Kopiér', Replace: 'Erstat med det kopierede' };

const messages: Readonly<Record<string, string>> = {
  'An error occurred': 'Det lykkedes ikke',
  'Avatar deleted': 'Billedet er fjernet',
  'Avatar uploaded': 'Billedet er gemt',
  'Connection lost': 'Forbindelsen til serveren er afbrudt',
  'Document Blueprint created': 'Skabelonen er oprettet',
  Duplicated: 'Kopieret',
  Exported: 'Eksporteret',
  Imported: 'Importeret',
  'Invite resent to user': 'Brugeren er inviteret igen',
  'Invite sent to user': 'Brugeren er inviteret',
  Moved: 'Flyttet',
  'Password changed': 'Adgangskoden er ændret',
  Restored: 'Genskabt',
  'Shared properties can only be edited in the default language': 'Fælles felter rettes på standardsproget',
  'Some actions were not completed': 'Noget blev ikke gjort færdigt',
  'Some actions could not be completed because your session expired. Please try again.': 'Du var logget ud, da du gjorde det. Prøv igen, nu hvor du er logget ind.',
  'User unlocked': 'Brugeren er låst op',
  'You do not have permission to edit to this culture': 'Du må ikke rette på dette sprog',
};

/** Messages with a number in them. */
const counted: readonly [RegExp, (count: string) => string][] = [
  [/^Trashed (\d+) items?$/, (count) => (count === '1' ? '1 side er lagt i papirkurven' : `${count} sider er lagt i papirkurven`)],
  [/^Deleted (\d+) items?$/, (count) => (count === '1' ? '1 element er slettet' : `${count} elementer er slettet`)],
];

interface Message {
  headline?: string;
  message?: string;
}

interface Labelled {
  label?: string;
  items?: Labelled[];
}

interface Kind {
  matchType: string;
  manifest: { meta?: Labelled };
}

interface Registered extends Labelled {
  type: string;
  meta?: Labelled;
}

/** Gives what is registered by Umbraco's text editor its Danish labels. */
export function translateLabels(extensions: readonly unknown[]): void {
  for (const extension of extensions as Registered[]) {
    if (extension.type.startsWith('tiptap')) {
      translate(extension.meta, labels);
      extension.items?.forEach((item) => translate(item, labels));
    }
  }
}

/** Gives what Umbraco's kinds of action carry to every action of that kind its Danish label. */
export function translateKinds(kinds: readonly unknown[]): void {
  for (const { matchType, manifest } of kinds as Kind[]) {
    if (matchType === 'propertyAction') translate(manifest.meta, clipboardLabels);
  }
}

/** Shows messages in Danish from now on. */
export function translateMessages(notifications: { peek: (color: never, options: never) => unknown }): void {
  const peek = notifications.peek.bind(notifications) as (color: unknown, options: unknown) => unknown;
  notifications.peek = (color: unknown, options: { data?: Message }) => {
    const { headline, message } = options.data ?? {};
    return peek(color, { ...options, data: { ...options.data, headline: danish(headline), message: danish(message) } });
  };
}

function danish(text: string | undefined): string | undefined {
  if (!text) return text;
  const found = counted.map(([pattern, say]) => ({ match: pattern.exec(text), say })).find(({ match }) => match);
  return messages[text] ?? found?.say(found.match![1]!) ?? text;
}

function translate(item: Labelled | undefined, texts: Readonly<Record<string, string>>): void {
  if (!item) return;
  if (item.label && texts[item.label]) item.label = texts[item.label];
  item.items?.forEach((inner) => translate(inner, texts));
}
