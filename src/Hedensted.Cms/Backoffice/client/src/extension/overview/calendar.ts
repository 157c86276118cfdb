import { plusDays, type Day } from './dates.js';

export interface Place {
  id: string;
  name: string;
}

export interface Collision {
  documentId: string;
  title: string;
  time: string;
  sameRoom: boolean;
}

/** One date of an event. */
export interface Entry {
  documentId: string;
  title: string;
  date: Day;
  endDate: Day;
  time: string;
  place: string | null;
  room: string | null;
  state: 'Published' | 'Draft' | 'Changed';
  hasDraft: boolean;
  status: string | null;
  collisions: readonly Collision[];
}

/** A planned publishing or unpublishing. */
export interface Change {
  documentId: string;
  title: string;
  culture: string | null;
  action: 'Publish' | 'Unpublish';
  date: Day;
  time: string;
  note: string | null;
  problem: string | null;
}

/** The server's answer. */
export interface Calendar {
  from: Day;
  to: Day;
  today: Day;
  places: readonly Place[];
  entries: readonly Entry[];
  changes: readonly Change[];
}

/** What is on one day. */
export interface DayContent {
  entries: Entry[];
  changes: Change[];
}

/** The days that have something, what lasts several days on each of them. */
export function byDay(calendar: Calendar): ReadonlyMap<Day, DayContent> {
  const days = new Map<Day, DayContent>();
  const at = (day: Day): DayContent => {
    const known = days.get(day) ?? { entries: [], changes: [] };
    days.set(day, known);
    return known;
  };
  for (const entry of calendar.entries) {
    const last = entry.endDate < calendar.to ? entry.endDate : calendar.to;
    for (let day = entry.date > calendar.from ? entry.date : calendar.from; day <= last; day = plusDays(day, 1)) at(day).entries.push(entry);
  }
  for (const change of calendar.changes) at(change.date).changes.push(change);
  return days;
}

export const stateName = (entry: Entry): string =>
  entry.state === 'Draft' ? 'Kladde' : entry.state === 'Changed' ? 'Ændring, der ikke er udgivet' : entry.hasDraft ? 'Udgivet, med ændringer i kladden' : 'Udgivet';

export const actionName = (change: Change): string => (change.action === 'Publish' ? 'Udgives' : 'Tages ned');

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
