import type { EventVisit } from '../events/event';
import { fuseVisit } from '../events/fuse';
import { groupStories } from '../events/group';
import { sketch } from '../events/sketch';
import { matchQuery, parseQuery } from '../meaning/query';
import { read } from '../meaning/read';
import type { Person, Reading, StoryText, Visit } from '../meaning/reading';
import { hostOf } from './outlet-country';
import { countryOfHost } from './outlets';
import type { Story } from './story';

/** A story from a file, to be understood by itself and beside the others of the file. */
export interface ClassifyInput {
  readonly id: string;
  readonly url?: string | null;
  readonly lang?: string | null;
  readonly outlet?: string | null;
  /** ISO day, instant or month; null when unknown. */
  readonly published?: string | null;
  readonly title: string;
  readonly summary?: string | null;
  readonly text?: string | null;
}

export interface Prediction {
  readonly id: string;
  readonly relevant: boolean;
  readonly kinds: readonly string[];
  readonly lang: string;
  readonly countries: readonly string[];
  readonly visit: {
    readonly visitors: readonly string[];
    readonly host: string;
    readonly facility: string | null;
    readonly officials: readonly { readonly name: string; readonly role: string }[];
    readonly status: string;
    readonly date: string | null;
  } | null;
  /** Equal for stories of one event; null for irrelevant stories. */
  readonly event: string | null;
  /** The standing queries, as typed, that the story answers. */
  readonly matches: readonly string[];
}

/** The five standing queries that are asked when none is given. */
export const DEFAULT_QUERIES = [
  'CECOT visit',
  'prison reform',
  'Bukele model',
  'mega-prison',
  'prisoner transfer',
];

const surname = (name: string) => name.toLowerCase().split(/\s+/).at(-1)!;

export const textOf = (input: ClassifyInput): StoryText => ({
  title: input.title,
  summary: input.summary ?? '',
  body: input.text ?? '',
  published: input.published ?? null,
  outletCountry: countryOfHost(hostOf(input.url)),
});

/** Reads every story twice: persons that one story names in full help to read the surnames of the others. */
function readAll(texts: readonly StoryText[]): Reading[] {
  const known = new Map<string, Person>();
  for (const text of texts)
    for (const person of read(text).persons) if (person.party) known.set(surname(person.name), person);
  const persons = (name: string) => known.get(name.toLowerCase()) ?? null;
  return texts.map((text) => read(text, { persons }));
}

const asStory = (input: ClassifyInput, text: StoryText, reading: Reading): Story => ({
  ...text,
  id: input.id,
  url: input.url ?? input.id,
  link: input.url ?? input.id,
  source: hostOf(input.url),
  outlet: input.outlet ?? hostOf(input.url),
  outletCountry: null,
  published: input.published ?? '',
  seen: input.published ?? '',
  feedId: '',
  reading,
  lexicon: '',
});

/** A story's own slots; what it leaves open is taken from the other stories of its event. */
function visitOf(visit: Visit, event: EventVisit | null): Prediction['visit'] {
  return {
    visitors: visit.visitors.length ? visit.visitors : (event?.visitors ?? []),
    host: visit.host === 'unknown' ? (event?.host ?? 'unknown') : visit.host,
    facility: visit.facility,
    officials: visit.officials.map(({ name, role }) => ({ name, role })),
    // A postponed visit does not take place as it was announced.
    status: visit.status === 'postponed' ? 'cancelled' : visit.status,
    date: visit.date,
  };
}

/** Understands the stories of a file: each one's kinds and slots, the queries it answers, the event it belongs to. */
export function classifyStories(
  inputs: readonly ClassifyInput[],
  queries: readonly string[] = DEFAULT_QUERIES,
): Prediction[] {
  const parsed = queries.map((source) => ({ source, query: parseQuery(source) }));
  const texts = inputs.map(textOf);
  const readings = readAll(texts);
  const stories = inputs.map((input, i) => asStory(input, texts[i]!, readings[i]!));
  const sketches = stories.filter((story) => story.reading.relevant).map(sketch);
  const events = groupStories(sketches);
  const members = new Map<string, typeof sketches>();
  for (const member of sketches) {
    const id = events.get(member.id)!;
    members.set(id, [...(members.get(id) ?? []), member]);
  }
  return stories.map((story) => {
    const { reading } = story;
    const event = events.get(story.id) ?? null;
    const document = { text: story, reading, source: story.source };
    return {
      id: story.id,
      relevant: reading.relevant,
      kinds: reading.kinds.map(({ kind }) => kind),
      lang: reading.lang,
      countries: reading.countries,
      visit: reading.visit && visitOf(reading.visit, event ? fuseVisit(members.get(event)!) : null),
      event,
      matches: parsed.filter(({ query }) => matchQuery(query, document)).map(({ source }) => source),
    };
  });
}
