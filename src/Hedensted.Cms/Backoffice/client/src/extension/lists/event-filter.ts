/** What an editor looks for among events; an empty text is not asked about. */
export interface EventFilter {
  when: 'upcoming' | 'past' | 'all';
  place: string;
  kind: string;
  status: string;
  published: string;
  from: string;
  until: string;
}

/** What is seen before anything is chosen: what is still to come. */
export const firstFilter: EventFilter = { when: 'upcoming', place: '', kind: '', status: '', published: '', from: '', until: '' };

/** The view that shows events with filters. A list view whose data type begins with it is a list of events. */
export const eventListView = 'Hedensted.CollectionView.Events';

const keyOf = (folder: string): string => `hedensted:events:${folder}`;

/** What was looked for last in this window, so that an editor comes back from an event to the same list. */
export function rememberedFilter(folder: string): EventFilter {
  try {
    return { ...firstFilter, ...(JSON.parse(sessionStorage.getItem(keyOf(folder)) ?? '{}') as Partial<EventFilter>) };
  } catch {
    return firstFilter;
  }
}

export function rememberFilter(folder: string, filter: EventFilter): void {
  sessionStorage.setItem(keyOf(folder), JSON.stringify(filter));
}

/** Whether anything but the time is chosen. */
export function isNarrowed(filter: EventFilter): boolean {
  return Object.entries(filter).some(([name, value]) => name !== 'when' && value !== '');
}
