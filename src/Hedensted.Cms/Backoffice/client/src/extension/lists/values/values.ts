const day = new Intl.DateTimeFormat('da-DK', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/**
 * What a date picker holds, as short as Danes write it: `lør. 28. nov. kl. 19.00`, with the year when it is not this one. Wall time is
 * shown as it was typed, wherever the reader is.
 */
export function danishDate(value: unknown, thisYear = new Date().getFullYear()): string {
  const text = typeof value === 'string' ? value : ((value as { date?: string } | null)?.date ?? '');
  const [, date, hours, minutes] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(text) ?? [];
  if (!date) return text;
  const year = date.slice(0, 4) === String(thisYear) ? '' : ` ${date.slice(0, 4)}`;
  const written = day.format(new Date(`${date}T00:00:00Z`)).replace(' den ', ' ') + year;
  return hours === undefined || (hours === '00' && minutes === '00') ? written : `${written} kl. ${hours}.${minutes}`;
}

/** The words that are chosen in a dropdown. */
export function chosenWords(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((word): word is string => typeof word === 'string' && word !== '');
}
