/** How many came to one date. */
export interface Count {
  total: number;
  children: number | null;
  young: number | null;
  adults: number | null;
  veryAdult: number | null;
  method: string;
  note: string | null;
  by: string | null;
  at: string;
}

/** A date that was held. */
export interface Item {
  id: string;
  documentId: string;
  isThere: boolean;
  title: string;
  text: string;
  place: string | null;
  count: Count | null;
}

/** What was held in a half-year. */
export interface Counts {
  period: string;
  periods: readonly { value: string; label: string }[];
  places: readonly { id: string; name: string }[];
  methods: readonly string[];
  mayCount: boolean;
  missingTotal: number;
  missing: readonly Item[];
  countedTotal: number;
  counted: readonly Item[];
  people: number;
  missingBefore: number;
}

/** The parts of a count that may be known, with what they are called. */
export const parts = [
  ['children', 'Børn 0–14'],
  ['young', 'Unge'],
  ['adults', 'Voksne'],
  ['veryAdult', 'Meget voksne'],
] as const;

/** What is sent to be written down. */
export type Entry = Omit<Count, 'by' | 'at'> & { known: string | null };

const written = (form: FormData, name: string): number | null => {
  const text = String(form.get(name) ?? '').trim();
  return text === '' ? null : Number(text);
};

/** Reads the form; a text is what is wrong with it. */
export function read(form: FormData, known: string | null): Entry | string {
  const total = written(form, 'total');
  const [children, young, adults, veryAdult] = parts.map(([name]) => written(form, name)) as [number | null, number | null, number | null, number | null];
  const told = [children, young, adults, veryAdult].filter((number) => number !== null);
  if (total === null) return 'Skriv, hvor mange der kom i alt.';
  if (![total, ...told].every((number) => Number.isInteger(number) && number >= 0)) return 'Skriv hele tal fra 0 og op.';
  const sum = told.reduce((before, number) => before + number, 0);
  if (sum > total) return `Aldersgrupperne giver ${sum} tilsammen, og det er flere end ${total} i alt.`;
  return { total, children, young, adults, veryAdult, method: String(form.get('method') ?? ''), note: String(form.get('note') ?? '') || null, known };
}

/** A count in words: «34 i alt · 20 børn 0–14 · Talt». */
export const inWords = (count: Count): string =>
  [`${count.total} i alt`, ...parts.filter(([name]) => count[name] !== null).map(([name, label]) => `${count[name]} ${label.toLowerCase()}`), count.method.toLowerCase()].join(' · ');
