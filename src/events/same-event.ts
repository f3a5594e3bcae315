import type { Official, VisitStatus } from '../meaning/reading';
import type { EventVisit } from './event';
import { COPY, likeness } from './fingerprint';
import { type Sketch, stemOf } from './sketch';
import { rarity } from './rarity';

const DAY = 86_400_000;

/** What speaks for or against two stories being about one happening; the parts add up to the score. */
export interface Likeness {
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** From this score on, two stories are of one event. */
export const SAME_EVENT = 4.5;

/** Days between two stories after which they are never of one event. */
export const MOST_DAYS = 30;

/** Days between two dates (day, instant or month); a month is compared as a month. Null when either is unknown. */
function daysBetween(a: string, b: string): number | null {
  if (!a || !b) return null;
  const size = Math.min(a.length, b.length) === 7 ? 7 : 10;
  return Math.abs(Date.parse(a.slice(0, size)) - Date.parse(b.slice(0, size))) / DAY;
}

const surnames = (people: readonly Official[]) =>
  new Set(people.map((person) => person.name.toLowerCase().split(/\s+/).at(-1)!));

const overlap = <T>(a: Iterable<T>, b: ReadonlySet<T>) => {
  let n = 0;
  for (const value of a) if (b.has(value)) n++;
  return n;
};

/** Cosine of the stories' stems, each weighted by how rare it is in news of this field. */
export function cosine(a: Sketch, b: Sketch): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (const [stem, n] of Object.entries(a.terms)) {
    const weight = (1 + Math.log(n)) * rarity(stem);
    left += weight * weight;
    const m = b.terms[stem];
    if (m) dot += weight * (1 + Math.log(m)) * rarity(stem);
  }
  for (const [stem, m] of Object.entries(b.terms)) right += ((1 + Math.log(m)) * rarity(stem)) ** 2;
  return left && right ? dot / Math.sqrt(left * right) : 0;
}

/** Visits made this many days apart are two visits, whoever makes them; one still planned may be moved. */
const OTHER_TRIP_DAYS = 10;
const MADE: ReadonlySet<VisitStatus> = new Set(['under-way', 'completed', 'denied']);

/**
 * Visits are as far apart as their dates say, other stories as their publication; a visit that was not made yet may
 * have been moved.
 */
function daysApart(a: Sketch, b: Sketch): number | null {
  const published = daysBetween(a.published, b.published);
  const [x, y] = [a.visit, b.visit];
  if (x?.date?.length !== 10 || y?.date?.length !== 10) return published;
  const dates = daysBetween(x.date, y.date)!;
  const made = MADE.has(x.status) && MADE.has(y.status);
  return made || published === null ? dates : Math.min(dates, published);
}

function otherTrip(x: EventVisit, y: EventVisit): boolean {
  if (!MADE.has(x.status) || !MADE.has(y.status)) return false;
  if (x.date?.length !== 10 || y.date?.length !== 10) return false;
  return (daysBetween(x.date, y.date) ?? 0) > OTHER_TRIP_DAYS;
}

/** True when one of the surnames is a word of the story, with whom its reading did not know what to do. */
const mentions = ({ terms }: Sketch, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => name.length >= 4 && stemOf(name) in terms);

/** Null when the keys of the two visits exclude each other: other visitors or another host, and nobody in common. */
function visitParts(a: Sketch, b: Sketch): Record<string, number> | null {
  const parts: Record<string, number> = {};
  const [x, y] = [a.visit!, b.visit!];
  if (otherTrip(x, y)) return null;
  const [p, q] = [surnames(x.officials), surnames(y.officials)];
  const shared = overlap(p, q);
  if (!shared && (mentions(b, p) || mentions(a, q))) parts.people = 1;
  else if (p.size && q.size) parts.people = shared ? 0.5 + (4.4 * shared) / (p.size + q.size) : -1.75;
  if (x.host !== 'unknown' && y.host !== 'unknown') parts.host = x.host === y.host ? 1.3 : -2;
  if (x.visitors.length && y.visitors.length)
    parts.origin = overlap(x.visitors, new Set(y.visitors)) ? 1.8 : -2;
  // The best-known prison is visited by everybody: being there says nothing, not being there does.
  if (x.facility && y.facility && x.facility !== y.facility) parts.facility = -1;
  if (!shared && ((parts.host ?? 0) < 0 || (parts.origin ?? 0) < 0)) return null;
  return parts;
}

function otherParts(a: Sketch, b: Sketch): Record<string, number> {
  const parts: Record<string, number> = { base: 0.5 };
  const kinds = overlap(a.kinds, new Set(b.kinds));
  parts.kinds = kinds ? 0.75 + 0.25 * Math.min(3, kinds) : -1;
  if (Boolean(a.visit) !== Boolean(b.visit)) parts.oneVisit = -0.7;
  if (a.countries.length && b.countries.length) {
    if (a.countries[0] === b.countries[0]) parts.countries = 1.25;
    else parts.countries = overlap(a.countries.slice(0, 3), new Set(b.countries.slice(0, 3))) ? 0.5 : -2;
  }
  return parts;
}

/** Compares two stories by their keys, names, words and time, across languages. */
export function sameEvent(a: Sketch, b: Sketch): Likeness {
  if ((daysBetween(a.published, b.published) ?? 0) > MOST_DAYS) return { score: 0, parts: {} };
  if (likeness(a.fingerprint, b.fingerprint) >= COPY) return { score: 10, parts: { copy: 10 } };
  const keys = a.visit && b.visit ? visitParts(a, b) : otherParts(a, b);
  if (!keys) return { score: 0, parts: {} };
  const days = daysApart(a, b);
  const names = overlap(a.names, new Set(b.names));
  const parts: Record<string, number> = {
    ...keys,
    time: days === null ? 0 : 2 * Math.exp(-days / 2.5) - 0.5,
    words: 5 * cosine(a, b),
    figures: Math.min(2, overlap(a.figures ?? [], new Set(b.figures))),
    names: names ? Math.min(1, 0.5 * names) : 0,
  };
  return { score: Object.values(parts).reduce((sum, part) => sum + part, 0), parts };
}
