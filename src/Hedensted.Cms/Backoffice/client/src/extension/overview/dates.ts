/** A day as `2026-11-28`: without time and zone, so that no clock can move it. */
export type Day = string;

const milliseconds = 86_400_000;
const instant = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

export const plusDays = (day: Day, days: number): Day => dayOf(instant(day) + days * milliseconds);

/** 0 is Monday. */
export const weekday = (day: Day): number => (new Date(instant(day)).getUTCDay() + 6) % 7;

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The same day of another month, or the last one that it has. */
export function plusMonths(day: Day, months: number): Day {
  const date = new Date(instant(firstOfMonth(day)));
  date.setUTCMonth(date.getUTCMonth() + months);
  const first = dayOf(date.getTime());
  const last = plusDays(dayOf(date.setUTCMonth(date.getUTCMonth() + 1)), -1);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return same > last ? last : same;
}

/** The weeks that a month touches, each from Monday. */
export function weeksOf(month: Day): Day[][] {
  const first = firstOfMonth(month);
  const end = firstOfMonth(plusMonths(first, 1));
  const weeks: Day[][] = [];
  for (let monday = plusDays(first, -weekday(first)); monday < end; monday = plusDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => plusDays(monday, index)));
  }
  return weeks;
}

/** The number that the week has in Danish calendars: ISO 8601, by its Thursday. */
export function weekNumber(day: Day): number {
  const thursday = plusDays(day, 3 - weekday(day));
  return Math.floor((instant(thursday) - instant(`${thursday.slice(0, 4)}-01-01`)) / milliseconds / 7) + 1;
}

const format = (options: Intl.DateTimeFormatOptions) => {
  const danish = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', ...options });
  return (day: Day): string => danish.format(instant(day));
};

/** «november 2026» */
export const monthName = format({ month: 'long', year: 'numeric' });
/** «lørdag den 28. november 2026» */
export const longDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** «lørdag den 28. november» */
export const shortDay = format({ weekday: 'long', day: 'numeric', month: 'long' });

export const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
