// Answers each line, a list of { rule, start, last, most, rrule, ical }, with a line: for each what rrule and ical.js, when asked, make of it.
// Dates are local, e.g. 2026-03-29T19:00:00; a rule that one of them refuses or does not end is null.
import { createInterface } from 'node:readline';
import rrule from 'rrule';
import ICAL from 'ical.js';

const byRrule = ({ rule, start, last, most }) => {
  const options = rrule.RRule.parseString(rule);
  // A day means all of it, and local times are told as if they were UTC: that is how rrule means them when no zone is given.
  const end = new Date(`${[/UNTIL=(\d{4})(\d\d)(\d\d)/.exec(rule)?.slice(1, 4).join('-') ?? last, last].sort()[0]}T23:59:59Z`);
  const dates = [];
  // Without an end of its own a rule that makes nothing would be followed for eight thousand years.
  new rrule.RRule({ ...options, dtstart: new Date(`${start}Z`), until: end }).all((date) => dates.push(date) && dates.length < most);
  return dates.slice(0, most).map((date) => date.toISOString().slice(0, 19));
};

const byIcal = ({ rule, start, last, most }) => {
  const dates = [];
  const recur = ICAL.Recur.fromString(rule);
  const end = ICAL.Time.fromDateTimeString(`${[recur.until?.toString().slice(0, 10) ?? last, last].sort()[0]}T23:59:59`);
  recur.until = end;
  const iterator = recur.iterator(ICAL.Time.fromDateTimeString(start));
  for (let date = iterator.next(); date && dates.length < most; date = iterator.next()) {
    dates.push(date.toString());
  }
  return dates;
};

const attempt = (make, question) => {
  try {
    return make(question);
  } catch (error) {
    return null;
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(JSON.parse(line).map((question) => [question.rrule ? attempt(byRrule, question) : null, question.ical ? attempt(byIcal, question) : null])));
}
