import type { Kind, Official, Party, VisitStatus } from '../meaning/reading';
import type { EventVisit, TimelineEntry } from './event';
import { fold, type Sketch } from './sketch';

/** Stories whose slots count: near-copies vote once, through the story they copy. */
const voters = (stories: readonly Sketch[]) => stories.filter((story) => story.copyOf === null);

/** The value most voters give; ties go to the value given first. */
function majority<T>(values: readonly T[], key: (value: T) => string): T | undefined {
  const counts = new Map<string, { value: T; n: number }>();
  for (const value of values) {
    const entry = counts.get(key(value)) ?? { value, n: 0 };
    entry.n++;
    counts.set(key(value), entry);
  }
  let best: { value: T; n: number } | undefined;
  for (const entry of counts.values()) if (!best || entry.n > best.n) best = entry;
  return best?.value;
}

const surname = (name: string) => fold(name).split(/\s+/).at(-1) ?? '';

/** Everyone named, once each, under the fullest form of the name and office. */
function officials(stories: readonly Sketch[]): Official[] {
  const people = new Map<string, Official>();
  for (const story of stories)
    for (const person of story.visit?.officials ?? []) {
      const known = people.get(surname(person.name));
      people.set(surname(person.name), {
        name: known && known.name.length >= person.name.length ? known.name : person.name,
        role: known && known.role.length >= person.role.length ? known.role : person.role,
      });
    }
  return [...people.values()];
}

/** Once a visit has begun or failed, a late announcement does not undo it. */
const PENDING: ReadonlySet<VisitStatus> = new Set(['proposed', 'announced']);

/** How a visit ends: two of them contradict each other. */
const ENDS: ReadonlySet<VisitStatus> = new Set(['completed', 'denied', 'cancelled']);

/**
 * The visit's statuses in the order in which they became known, without repetition. An end that contradicts an earlier
 * one must be told by as many stories: one that was misread does not turn a refusal into a visit.
 */
export function timeline(stories: readonly Sketch[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  const tellers = new Map<VisitStatus, number>();
  const ordered = [...stories].sort((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : 0,
  );
  for (const story of ordered) {
    const status = story.visit?.status;
    if (!status) continue;
    const told = (tellers.get(status) ?? 0) + (story.copyOf === null ? 1 : 0);
    tellers.set(status, told);
    if (entries.some((entry) => entry.status === status)) continue;
    const last = entries.at(-1);
    if (last && ENDS.has(status) && ENDS.has(last.status) && told < tellers.get(last.status)!) continue;
    if (last && PENDING.has(status) && !PENDING.has(last.status) && last.status !== 'postponed') continue;
    entries.push({ status, at: story.published, storyId: story.id });
  }
  return entries;
}

/** One visit from what the stories say: each slot by vote, status by time. Null when no story tells of a visit. */
export function fuseVisit(stories: readonly Sketch[]): EventVisit | null {
  const visits = voters(stories).flatMap((story) => (story.visit ? [story.visit] : []));
  if (!visits.length) return null;
  const hosts = visits.map((visit) => visit.host).filter((host) => host !== 'unknown');
  const visitors = visits.map((visit) => visit.visitors).filter((parties) => parties.length);
  const facilities = visits.flatMap((visit) => (visit.facility ? [visit.facility] : []));
  const dated = visits.filter((visit) => visit.date);
  const status = timeline(stories).at(-1)?.status ?? visits[0]!.status;
  // A day is worth more than a month, whoever has the majority; and of a visit put off, the new day counts.
  const days = dated.filter((visit) => visit.date!.length === 10);
  const moved = status === 'postponed' ? days.findLast((visit) => visit.status === status) : undefined;
  const date = moved ?? majority(days.length ? days : dated, (visit) => visit.date!);
  return {
    visitors: majority<readonly Party[]>(visitors, (parties) => [...parties].sort().join()) ?? [],
    host: majority(hosts, String) ?? 'unknown',
    facility: majority(facilities, String) ?? null,
    officials: officials(stories),
    status,
    date: date?.date ?? null,
    endDate: date?.endDate ?? null,
  };
}

/** Kinds that at least a third of the voting stories carry, most frequent first. */
export function fuseKinds(stories: readonly Sketch[]): Kind[] {
  const counts = new Map<Kind, number>();
  const voting = voters(stories);
  for (const story of voting) for (const kind of story.kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .filter(([, n]) => n * 3 >= voting.length)
    .sort((a, b) => b[1] - a[1])
    .map(([kind]) => kind);
}

export function fuseCountries(stories: readonly Sketch[]): string[] {
  const counts = new Map<string, number>();
  for (const story of voters(stories))
    story.countries.forEach((country, i) => counts.set(country, (counts.get(country) ?? 0) + 1 / (1 + i)));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([country]) => country);
}
