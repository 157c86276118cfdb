import type { Day } from '../overview/dates.js';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export const weekdayCodes: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A recurrence rule of RFC 5545, its parts as the form shows them. The server says whether it is right. */
export interface Rule {
  frequency: Frequency;
  interval: number;
  /** `TU`, or `1TU` for the first one. */
  days: string[];
  monthDays: number[];
  months: number[];
  count?: number;
  until?: Day;
  /** Parts that the form has no fields for, as they stand. */
  others: string[];
}

const numbers = (value: string): number[] => value.split(',').map(Number).filter(Number.isInteger);

/** `20261215`, with or without a time, as a day. */
const day = (value: string): Day => `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;

export function readRule(text: string): Rule {
  const rule: Rule = { frequency: 'WEEKLY', interval: 1, days: [], monthDays: [], months: [], others: [] };
  for (const part of text.split(';').filter(Boolean)) {
    const [name = '', value = ''] = part.split('=');
    switch (name.toUpperCase()) {
      case 'FREQ':
        rule.frequency = value.toUpperCase() as Frequency;
        break;
      case 'INTERVAL':
        rule.interval = Number(value) || 1;
        break;
      case 'BYDAY':
        rule.days = value.toUpperCase().split(',');
        break;
      case 'BYMONTHDAY':
        rule.monthDays = numbers(value);
        break;
      case 'BYMONTH':
        rule.months = numbers(value);
        break;
      case 'COUNT':
        rule.count = Number(value) || undefined;
        break;
      case 'UNTIL':
        rule.until = day(value);
        break;
      default:
        rule.others.push(part);
    }
  }
  return rule;
}

export function writeRule(rule: Rule): string {
  const parts = [`FREQ=${rule.frequency}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.months.length) parts.push(`BYMONTH=${rule.months.join(',')}`);
  if (rule.monthDays.length) parts.push(`BYMONTHDAY=${rule.monthDays.join(',')}`);
  if (rule.days.length) parts.push(`BYDAY=${rule.days.join(',')}`);
  parts.push(...rule.others);
  if (rule.count) parts.push(`COUNT=${rule.count}`);
  else if (rule.until) parts.push(`UNTIL=${rule.until.replaceAll('-', '')}`);
  return parts.join(';');
}

/** Which of a month's days a monthly or yearly rule means. */
export type DayChoice = { kind: 'same' } | { kind: 'dates'; dates: number[] } | { kind: 'nth'; nth: number; weekday: Weekday };

export function dayChoice(rule: Rule): DayChoice {
  const [first] = rule.days;
  if (first) return { kind: 'nth', nth: Number(first.slice(0, -2)) || 1, weekday: first.slice(-2) as Weekday };
  return rule.monthDays.length ? { kind: 'dates', dates: rule.monthDays } : { kind: 'same' };
}

export const withDayChoice = (rule: Rule, choice: DayChoice): Rule => ({
  ...rule,
  monthDays: choice.kind === 'dates' ? choice.dates : [],
  days: choice.kind === 'nth' ? [`${choice.nth}${choice.weekday}`] : [],
});

/** Whether the form has a field for all that the rule says. */
export function fitsForm({ frequency, days, monthDays, months, others }: Rule): boolean {
  if (others.length) return false;
  switch (frequency) {
    case 'DAILY':
      return !days.length && !monthDays.length && !months.length;
    case 'WEEKLY':
      return !monthDays.length && !months.length && days.every((code) => code.length === 2);
    case 'MONTHLY':
      return !months.length && oneKind(days, monthDays);
    case 'YEARLY':
      return oneKind(days, monthDays) && (months.length === 1 || (!months.length && !days.length && !monthDays.length));
    default:
      return false;
  }
}

const oneKind = (days: string[], monthDays: number[]): boolean => (days.length ? days.length === 1 && days[0]!.length > 2 && !monthDays.length : true);
