import type { Kind } from '../meaning/reading';
import type { Story } from '../stories/story';
import type { EventStory, EventVisit } from './event';
import { figures } from './figures';
import { fingerprint } from './fingerprint';
import { isRecap } from './recap';

/** What clustering keeps of a story: its keys, its names, its telling words and its fingerprint. */
export interface Sketch extends EventStory {
  readonly kinds: readonly Kind[];
  readonly countries: readonly string[];
  readonly visit: EventVisit | null;
  /** Folded proper names of two or more words. */
  readonly names: readonly string[];
  /** Folded word stems (first six letters) with their frequency: shared across the Romance languages and English. */
  readonly terms: Readonly<Record<string, number>>;
  /** Numbers of headline and summary, alike in every language; absent in what earlier versions stored. */
  readonly figures?: readonly number[];
  readonly fingerprint: string;
  /** Looks back on many visits; belongs to no event. */
  readonly recap: boolean;
}

const MOST_TERMS = 80;
const MOST_NAMES = 24;
/** An event's keys stand early in a story; what comes later is background. */
const LEAD = 1800;

/** Lower case without accents, ñ as n: outlets in other languages write names without any. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** What is compared of a word: its first letters, which Romance languages and English often share. */
export const stemOf = (word: string): string => fold(word).slice(0, 6);

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const NAME = /\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|del|da|do|dos|das|la|van|von|di)\s+){0,2}\p{Lu}[\p{L}'’-]+)+/gu;

/** Proper names of a text, folded, without the order of mention. */
export function properNames(text: string): string[] {
  const found = new Set<string>();
  for (const [name] of text.matchAll(NAME)) found.add(fold(name).replace(/\s+/g, ' '));
  return [...found].slice(0, MOST_NAMES);
}

function frequentTerms(list: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of list) {
    if (word.length < 4) continue;
    const stem = stemOf(word);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS));
}

export function sketch(story: Story): Sketch {
  const { reading } = story;
  const body = story.body || story.summary;
  const lead = `${story.title}. ${story.summary}\n${body.slice(0, LEAD)}`;
  return {
    id: story.id,
    link: story.link,
    outlet: story.outlet,
    source: story.source,
    lang: reading.lang,
    title: story.title,
    published: story.published,
    seen: story.seen,
    copyOf: null,
    kinds: reading.kinds.map((decision) => decision.kind),
    countries: reading.countries.slice(0, 6),
    visit: reading.visit && {
      visitors: reading.visit.visitors,
      host: reading.visit.host,
      facility: reading.visit.facility,
      officials: reading.visit.officials,
      status: reading.visit.status,
      date: reading.visit.date,
      endDate: reading.visit.endDate,
    },
    names: properNames(lead),
    terms: frequentTerms(words(lead)),
    figures: figures(`${story.title} ${story.summary}`),
    fingerprint: fingerprint(words(body)),
    recap: isRecap(story),
  };
}
