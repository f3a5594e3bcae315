import type { Article } from '../../src/articles/article';
import { canonicalUrl } from '../../src/feeds/canonical-url';
import type { FeedEntry } from '../../src/feeds/feed';
import { silentLog } from '../../src/log';
import { read } from '../../src/meaning/read';
import { EventStore } from '../../src/store/events';
import { PersonStore } from '../../src/store/persons';
import { StoryStore } from '../../src/store/stories';
import { Ingest } from '../../src/stories/ingest';
import { storyId } from '../../src/stories/story';
import { reclassify } from '../../src/stories/reclassify';
import { startDynamo } from '../support/dynamo';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let stories: StoryStore;
beforeAll(async () => {
  dynamo = await startDynamo();
  stories = new StoryStore(dynamo.table('news'));
});
afterAll(() => dynamo.stop());

const now = new Date('2026-11-17T15:00:00Z');
const source = { feedId: 'feed', outlet: 'El Diario', country: 'EC' };

const entry = (id: string, parts: Partial<FeedEntry> = {}): FeedEntry => ({
  id,
  idFrom: 'guid',
  link: `https://diario.example/${id}?utm_source=rss`,
  title: `Ministros de Ecuador recorren el Cecot (${id})`,
  summary: 'Los ministros de Defensa y del Interior visitaron este martes la megacárcel de El Salvador.',
  content: '',
  published: '2026-11-17T14:00:00.000Z',
  updated: null,
  lang: 'es',
  author: null,
  outlet: null,
  categories: [],
  ...parts,
});

const unread: Article = {
  outcome: 'paywall',
  reason: 'the page is for subscribers',
  text: '',
  title: null,
  published: null,
  lang: null,
  canonical: null,
  outlet: null,
};

const ingest = (readArticle: (url: string) => Promise<Article> = async () => unread) =>
  new Ingest({
    stories,
    persons: new PersonStore(dynamo.table('news')),
    clock: { now: () => now, sleep: async () => {} },
    log: silentLog,
    read,
    lexicon: 'now',
    readArticle,
  });

test('an entry of a search over many outlets is read as told in the country of its own', async () => {
  const search = { feedId: 'search', outlet: 'Search', country: null };
  const found = entry('search-1', {
    link: 'https://www.misionesonline.net/nota-1',
    outlet: 'Misiones Online',
  });
  const unnamed = entry('search-2', { link: 'https://www.misionesonline.net/nota-2' });
  await ingest().entries(search, [found, unnamed]);
  const countries = await Promise.all(
    [found, unnamed].map(
      async ({ link }) => (await stories.get(storyId(canonicalUrl(link!))))?.outletCountry,
    ),
  );
  expect(countries).toEqual(['AR', null]);
});

test('what matters is stored once, ordinary news costs nothing', async () => {
  const first = await ingest().entries(source, [
    entry('a'),
    entry('b', { title: 'La selección golea a Perú', summary: 'Tres goles en Quito.' }),
    entry('c', { link: null }),
  ]);
  expect(first).toMatchObject({ seen: 3, kept: 1, known: 0, failed: 0, byKind: { 'delegation-visit': 1 } });
  const again = await ingest().entries(source, [entry('a', { link: 'http://www.diario.example/a' })]);
  expect(again).toMatchObject({ kept: 0, known: 1 });
});

test('the page is read where the feed says little, and its text is kept', async () => {
  const asked: string[] = [];
  const page = async (url: string): Promise<Article> => {
    asked.push(url);
    return {
      ...unread,
      outcome: 'read',
      reason: '',
      text: 'Los ministros recorrieron el Cecot. '.repeat(30),
    };
  };
  await ingest(page).entries(source, [
    entry('d'),
    entry('e', { content: 'Los ministros recorrieron el Cecot. '.repeat(30) }),
  ]);
  expect(asked).toEqual(['https://diario.example/d?utm_source=rss']);
  const kept = [];
  for await (const { story } of stories.pending(now)) kept.push(story);
  expect(kept.find((story) => story.title.endsWith('(d)'))?.body).toMatch(/^Los ministros/);
});

test('a story without a date carries the time first seen, and says so', async () => {
  await ingest().entries(source, [entry('f', { published: null })]);
  const kept = [];
  for await (const { story } of stories.pending(now)) kept.push(story);
  expect(kept.find((story) => story.title.endsWith('(f)'))).toMatchObject({
    published: now.toISOString(),
    undated: true,
  });
  expect(kept.find((story) => story.title.endsWith('(a)'))?.undated).toBeUndefined();
});

test('an entry that fails is offered again and stops no other', async () => {
  const broken = async (url: string): Promise<Article> => {
    if (url.includes('/g')) throw new Error('boom');
    return unread;
  };
  const counts = await ingest(broken).entries(source, [entry('g'), entry('h')]);
  expect(counts).toMatchObject({ failed: 1, kept: 1, retry: ['g'] });
});

test('stories are read again after the lexicon changed, once, and nothing is pending for it', async () => {
  const deps = { stories, events: new EventStore(dynamo.table('news')), read, lexicon: 'next' };
  const [since, until] = [new Date('2026-11-01'), new Date('2026-11-18')];
  const first = await reclassify(deps, since, until);
  expect(first.reread).toBe(first.seen);
  expect(first.seen).toBeGreaterThanOrEqual(4);
  expect((await reclassify(deps, since, until)).reread).toBe(0);
  const pending = [];
  for await (const { story } of stories.pending(now)) pending.push(story.id);
  expect(pending).toEqual([]);
});
