/** What a fetching did, or would do; as the server tells it. */
export interface Report {
  problem: string | null;
  read: number;
  unchanged: number;
  entries: readonly Entry[];
  mayBeAccepted: boolean;
}

export interface Entry {
  action: 'Create' | 'Change' | 'Vanished' | 'Skip' | 'Fail';
  title: string;
  when: string;
  sourceUrl: string | null;
  documentId: string | null;
  fields: readonly { label: string; from: string | null; to: string | null }[];
  notes: readonly string[];
}

export interface Target {
  id: string;
  name: string;
}

export type Choice = 'choose' | 'create' | 'ignore' | 'cancel' | 'keep' | 'release';

export interface Question {
  id: string;
  kind: 'place' | 'partner' | 'vanished';
  label: string;
  detail: string;
  choices: readonly Choice[];
  choice: Choice | null;
  target: Target | null;
  by: string | null;
  at: string | null;
}

export interface Run {
  id: string;
  at: string;
  by: string | null;
  report: Report;
}

/** Something that was fetched and has been deleted here for good. */
export interface Deleted {
  id: string;
  title: string;
  when: string;
}

export interface State {
  sourceName: string | null;
  sourceUrl: string | null;
  everyMinutes: number;
  mayDecide: boolean;
  runs: readonly Run[];
  questions: readonly Question[];
  decisions: readonly Question[];
  deleted: readonly Deleted[];
  places: readonly Target[];
  partners: readonly Target[];
  partnerTypes: readonly string[];
}

const number = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The report in a sentence. */
export function sentence({ problem, read, unchanged, entries }: Report): string {
  if (problem) return problem;
  const of = (action: Entry['action']): number => entries.filter((entry) => entry.action === action).length;
  const parts = [
    [of('Create'), 'nyt', 'nye'],
    [of('Change'), 'ændret', 'ændrede'],
    [of('Vanished'), 'forsvundet', 'forsvundne'],
    [of('Fail'), 'mislykket', 'mislykkede'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, one, many]) => number(count, one, many));
  return told.length === 0 ? `Intet at gøre: ${number(read, 'arrangement', 'arrangementer')} i kilden, alle er her.` : `${told.join(', ')}, ${unchanged} uændret.`;
}

/** What is done with an event, in a word. */
export const actionWord: Readonly<Record<Entry['action'], string>> = { Create: 'Nyt', Change: 'Ændret', Vanished: 'Forsvundet', Skip: 'Urørt', Fail: 'Mislykket' };

/** Where the choice leads, on its button. */
export const choiceWord: Readonly<Record<Choice, string>> = {
  choose: 'Gem valget',
  create: 'Opret som partner',
  ignore: 'Udelad',
  cancel: 'Aflys',
  keep: 'Behold',
  release: 'Frigør',
};

/** What was chosen, afterwards. */
export const chosenWord: Readonly<Record<Choice, string>> = {
  choose: 'betyder',
  create: 'blev oprettet som',
  ignore: 'udelades',
  cancel: 'er aflyst',
  keep: 'beholdes',
  release: 'er frigjort',
};
