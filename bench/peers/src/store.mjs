// The data in memory: one order (start, id), one index a branch, one a focus area. Instants are numbers, as fast as they can be.
import { readFileSync } from 'node:fs';

const compare = (a, b) => a.start - b.start || (a.id < b.id ? -1 : 1);

const lowerBound = (list, before) => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
};

const encode = (event) => Buffer.from(`${event.start}|${event.id}`).toString('base64');
const decode = (cursor) => {
  const [start, id] = Buffer.from(cursor, 'base64').toString().split('|');
  return { start: Number(start), id };
};

export function load(path) {
  const all = JSON.parse(readFileSync(path, 'utf8'));
  for (const event of all) event.start = Date.parse(event.startsAt);
  all.sort(compare);
  const byBranch = new Map();
  const byArea = new Map();
  const branches = new Map();
  const areas = new Map();
  const add = (map, key, event) => (map.get(key) ?? map.set(key, []).get(key)).push(event);
  for (const event of all) {
    if (event.branch) {
      event.branch = branches.get(event.branch.slug) ?? branches.set(event.branch.slug, event.branch).get(event.branch.slug);
      add(byBranch, event.branch.slug, event);
    }
    event.focusAreas = event.focusAreas.map((area) => areas.get(area.slug) ?? areas.set(area.slug, area).get(area.slug));
    for (const area of event.focusAreas) add(byArea, area.slug, event);
  }

  function occurrences({ first, after, where, order }) {
    const size = Math.min(first ?? 20, 100);
    const branch = where?.branch?.slug?.eq;
    const area = where?.focusAreas?.some?.slug?.eq;
    const gte = where?.startsAt?.gte == null ? null : Date.parse(where.startsAt.gte);
    const descending = order?.[0]?.startsAt === 'DESC';
    const source = (branch != null ? byBranch.get(branch) : area != null ? byArea.get(area) : all) ?? [];
    const fits = (event) => branch == null || area == null || event.focusAreas.some((own) => own.slug === area);
    const low = gte == null ? 0 : lowerBound(source, (event) => event.start < gte);
    const items = [];
    let more = false;
    const take = (event) => {
      if (!fits(event)) return true;
      if (items.length === size) return !(more = true);
      return items.push(event);
    };
    if (descending) {
      const from = after ? lowerBound(source, (event) => compare(event, decode(after)) < 0) : source.length;
      for (let i = from - 1; i >= low && take(source[i]); i--);
    } else {
      const from = after ? Math.max(low, lowerBound(source, (event) => compare(event, decode(after)) <= 0)) : low;
      for (let i = from; i < source.length && take(source[i]); i++);
    }
    return { items, more, after, count: () => source.slice(low).filter(fits).length };
  }

  return {
    Query: { occurrences: (_, args) => occurrences(args) },
    OccurrencesConnection: {
      nodes: (page) => page.items,
      edges: (page) => page.items.map((node) => ({ node, cursor: encode(node) })),
      totalCount: (page) => page.count(),
      pageInfo: ({ items, more, after }) => ({
        hasNextPage: more,
        hasPreviousPage: after != null,
        startCursor: items.length ? encode(items[0]) : null,
        endCursor: items.length ? encode(items[items.length - 1]) : null,
      }),
    },
  };
}
