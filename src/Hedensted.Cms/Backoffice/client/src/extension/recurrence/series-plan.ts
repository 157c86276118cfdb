import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { UmbId } from '@umbraco-cms/backoffice/id';
import { ask } from '../own-api.js';
import type { Day } from '../overview/dates.js';

/** What the field «Gentagelse» holds. */
export interface Repetition {
  startsAt: string;
  endsAt: string | null;
  allDay: boolean;
  rule: string;
  skipClosedDays: boolean;
  skipSchoolHolidays: boolean;
}

/** One date of the server's answer. */
export interface PlanDate {
  startsAt: string;
  text: string;
  byRule: boolean;
  skippedFor: string | null;
  changedBy: string | null;
}

/** The server's answer: what the series' dates are as it stands in the form. */
export interface SeriesPlan {
  words: string | null;
  problem: string | null;
  followedTo: Day;
  total: number;
  dates: readonly PlanDate[];
  skippedDateType: string | null;
  changeType: string | null;
}

export const planOf = (host: UmbControllerHost, body: { id: string | null; recurrence: unknown; extraDates: unknown; skippedDates: unknown }): Promise<SeriesPlan | undefined> =>
  ask<SeriesPlan>(host, 'post', 'series-plan', { body });

interface BlockValue {
  alias: string;
  value?: { date?: string } | null;
}

interface BlockList {
  layout: Record<string, { contentKey: string }[]>;
  contentData: { key: string; contentTypeKey: string; values: BlockValue[] }[];
  settingsData: unknown[];
  expose: { contentKey: string; culture: string | null; segment: string | null }[];
}

const layoutName = 'Umbraco.BlockList';

const isOn = (day: Day) => (block: { values: BlockValue[] }) => block.values.some((value) => value.alias === 'date' && value.value?.date?.startsWith(day));

/** Whether an editor has said that the series does not meet on this day. */
export const isSkipped = (list: BlockList | undefined, day: Day): boolean => list?.contentData.some(isOn(day)) ?? false;

/** «Spring over» with one day more. */
export function withSkipped(list: BlockList | undefined, day: Day, type: string): BlockList {
  const key = UmbId.new();
  const date = { alias: 'date', editorAlias: 'Umbraco.DateOnly', culture: null, segment: null, value: { date: day, timeZone: null } };
  return {
    layout: { ...list?.layout, [layoutName]: [...(list?.layout[layoutName] ?? []), { contentKey: key }] },
    contentData: [...(list?.contentData ?? []), { key, contentTypeKey: type, values: [date] }],
    settingsData: list?.settingsData ?? [],
    expose: [...(list?.expose ?? []), { contentKey: key, culture: null, segment: null }],
  };
}

/** «Spring over» without a day. */
export function withoutSkipped(list: BlockList, day: Day): BlockList {
  const gone = new Set(list.contentData.filter(isOn(day)).map((block) => block.key));
  return {
    ...list,
    layout: { ...list.layout, [layoutName]: (list.layout[layoutName] ?? []).filter((item) => !gone.has(item.contentKey)) },
    contentData: list.contentData.filter((block) => !gone.has(block.key)),
    expose: list.expose.filter((item) => !gone.has(item.contentKey)),
  };
}
