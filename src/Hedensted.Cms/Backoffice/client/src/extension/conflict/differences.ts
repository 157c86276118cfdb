/** A value as the backoffice keeps it. */
export interface Value {
  alias: string;
  culture: string | null;
  segment: string | null;
  value: unknown;
}

/** A language version of a document; an invariant one has a single one without culture. */
export interface Variant {
  culture: string | null;
  segment: string | null;
  name: string;
}

/** A document as far as two people can differ about it. */
export interface Text {
  values: readonly Value[];
  variants: readonly Variant[];
}

/** A field that two people left differently. */
export interface Difference {
  key: string;
  /** The property; null is the name. */
  alias: string | null;
  culture: string | null;
  segment: string | null;
  mine: unknown;
  theirs: unknown;
}

/** What differs between my text and my colleague's, names first. */
export function differences(mine: Text, theirs: Text): Difference[] {
  const names = merged(mine.variants, theirs.variants, (variant) => place(null, variant), (variant) => variant.name, null);
  const values = merged(mine.values, theirs.values, (value) => place(value.alias, value), (value) => value.value, undefined);
  return [...names, ...values].filter((field) => canonical(field.mine) !== canonical(field.theirs));
}

/** A value in words that can be compared by reading; pictures and choices by what they are called in the data. */
export function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(tomt)';
  if (typeof value === 'string') return plain(value) || '(tomt)';
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  if (typeof value !== 'object') return String(value);
  if ('markup' in value && typeof value.markup === 'string') return plain(value.markup) || '(tomt)';
  if ('date' in value && typeof value.date === 'string') return value.date.replace('T', ' kl. ').slice(0, 20);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ') || '(tomt)';
  return JSON.stringify(value, null, 1).replace(/["{}[\],]/g, '').replace(/\n\s*\n/g, '\n').trim();
}

function merged<T extends { culture: string | null; segment: string | null }>(
  mine: readonly T[], theirs: readonly T[], keyOf: (item: T) => string, valueOf: (item: T) => unknown, none: unknown,
): Difference[] {
  const keys = new Map([...theirs, ...mine].map((item) => [keyOf(item), item]));
  const find = (items: readonly T[], key: string): unknown => {
    const found = items.find((item) => keyOf(item) === key);
    return found ? valueOf(found) : none;
  };
  return [...keys].map(([key, item]) => ({
    key,
    alias: 'alias' in item ? String(item.alias) : null,
    culture: item.culture,
    segment: item.segment,
    mine: find(mine, key),
    theirs: find(theirs, key),
  }));
}

function place(alias: string | null, { culture, segment }: { culture: string | null; segment: string | null }): string {
  return JSON.stringify([alias, culture, segment]);
}

function plain(html: string): string {
  return new DOMParser().parseFromString(html.replace(/<\/(p|li|h\d)>/g, '$&\n'), 'text/html').body.textContent!.trim();
}

// No value and an empty one are the same to an editor; the order of members is nobody's.
function canonical(value: unknown): string {
  return value === null || value === undefined || value === '' ? '' : JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
