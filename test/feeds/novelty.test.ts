import { entryKeys, KEY_BYTES, SeenEntries } from '../../src/feeds/entry-keys';
import type { FeedEntry, ParsedFeed } from '../../src/feeds/feed';
import { datedGap, novelty } from '../../src/feeds/read-feed';
import { newFeedState } from '../../src/feeds/state';
import { DAY, HOUR } from '../support/fake-clock';
import { knownFeed, listing, start } from './support';

const before = (ms: number) => new Date(start.getTime() - ms).toISOString();
const entry = (id: string, changes: Partial<FeedEntry> = {}): FeedEntry => ({
  id,
  idFrom: 'guid',
  link: `https://faro.example/${id}`,
  title: `Nota ${id}`,
  summary: '',
  content: '',
  published: before(HOUR),
  updated: null,
  lang: null,
  author: null,
  outlet: null,
  categories: [],
  ...changes,
});
const feed = (entries: readonly FeedEntry[]) => ({ entries }) as ParsedFeed;
const ids = ({ fresh }: ReturnType<typeof novelty>) => fresh.map(({ entry }) => entry.id);

test('a guid tells entries apart, whatever happens to title and link', () => {
  const [key] = entryKeys([entry('1')]);
  expect(entryKeys([entry('1', { title: 'Corregida', link: 'https://otro.example/' })])).toEqual([key]);
});

test('a guid that many entries share is no key; their links are', () => {
  const keys = entryKeys(
    Array.from({ length: 10 }, (_, i) => entry('same', { link: `https://faro.example/${i}` })),
  );
  expect(new Set(keys).size).toBe(10);
});

test('an address is a key in its canonical form, and title and day where there is none', () => {
  const by = (link: string | null, title = 'Nota') =>
    entryKeys([entry(link ?? '', { idFrom: 'link', link, title })])[0];
  expect(by('https://www.faro.example/a?utm_source=rss')).toBe(by('http://faro.example/a'));
  expect(by(null, 'Una')).not.toBe(by(null, 'Otra'));
});

test('what is remembered survives packing, in few bytes, and is bounded', () => {
  const keys = entryKeys(Array.from({ length: 30 }, (_, i) => entry(`${i}`)));
  const packed = new SeenEntries(new Uint8Array()).with(keys);
  expect(packed.length).toBe(30 * KEY_BYTES);
  const seen = new SeenEntries(packed);
  expect(keys.every((key) => seen.has(key))).toBe(true);
  let memory = packed;
  for (let day = 0; day < 50; day++)
    memory = new SeenEntries(memory).with(
      entryKeys(Array.from({ length: 30 }, (_, i) => entry(`${day}-${i}`))),
    );
  expect(memory.length).toBe(100 * KEY_BYTES);
});

test('at the first reading old entries are seen but no news; of undated ones only the topmost are', () => {
  const entries = [
    entry('new'),
    entry('old', { published: before(8 * DAY) }),
    ...Array.from({ length: 20 }, (_, i) => entry(`u${i}`, { published: null })),
  ];
  const found = novelty(feed(entries), newFeedState(listing(), start), start, 7);
  expect(ids(found)).toEqual([...Array.from({ length: 8 }, (_, i) => `u${7 - i}`), 'new']);
  expect(found.shown).toHaveLength(22);
});

test('later, an entry is news when it is new to us, however old its date', () => {
  const seen = new SeenEntries(new Uint8Array()).with(entryKeys([entry('a')]));
  const found = novelty(
    feed([entry('b', { published: before(30 * DAY) }), entry('a'), entry('b')]),
    knownFeed({ seen }),
    start,
    7,
  );
  expect(ids(found)).toEqual(['b']);
  expect(found).toMatchObject({ overlapLost: false, sameFeed: true });
});

test('overlap is lost when none of what is shown was seen', () => {
  const seen = new SeenEntries(new Uint8Array()).with(entryKeys([entry('a')]));
  const all = (n: number) => feed(Array.from({ length: n }, (_, i) => entry(`z${i}`)));
  expect(novelty(all(10), knownFeed({ seen }), start, 7)).toMatchObject({
    overlapLost: true,
    sameFeed: false,
  });
  expect(novelty(all(2), knownFeed({ seen }), start, 7)).toMatchObject({ overlapLost: false });
});

test('the gap between entries is that of the latest ones', () => {
  expect(
    datedGap([
      entry('a', { published: before(0) }),
      entry('b', { published: before(2 * HOUR) }),
      entry('c', { published: null }),
    ]),
  ).toBe(120);
  expect(datedGap([entry('a')])).toBeNull();
});
