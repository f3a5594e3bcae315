import { LANGS, writing } from '../../scripts/ordinary-news/data';
import { ordinaryNews } from '../../scripts/ordinary-news/generate';

const news = ordinaryNews(5000);
const words = (text: string) => text.split(/\s+/).length;
const written = LANGS.map(writing);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('a stream of as many items as asked for', () => {
  expect(news).toHaveLength(5000);
  expect(ordinaryNews(7)).toHaveLength(7);
  expect(ordinaryNews(0)).toEqual([]);
});

test('the same seed gives the same news, another seed other news', () => {
  expect(ordinaryNews(300, 4)).toEqual(ordinaryNews(300, 4));
  expect(ordinaryNews(300, 4)).not.toEqual(ordinaryNews(300, 5));
});

test('no two items share a title or an id', () => {
  expect(new Set(news.map(({ title }) => title)).size).toBe(5000);
  expect(new Set(news.map(({ id }) => id)).size).toBe(5000);
});

test('items are published one after the other within a few days', () => {
  const times = news.map(({ published }) => Date.parse(published));
  expect(times.every((time, at) => at === 0 || time > times[at - 1]!)).toBe(true);
  expect(times.at(-1)! - times[0]!).toBeLessThan(5 * 86_400_000);
});

test.each([
  ['es', 0.6],
  ['en', 0.18],
  ['pt', 0.15],
  ['fr', 0.07],
] as const)('%s has its share of the stream', (lang, share) => {
  const found = news.filter((item) => item.lang === lang).length / news.length;
  expect(Math.abs(found - share)).toBeLessThan(0.02);
});

test('nothing is empty, no slot is left open, a third has an article of 60 to 150 words', () => {
  for (const { title, summary, outlet, text } of news) {
    expect([title, summary, outlet].every((field) => field.trim().length > 3)).toBe(true);
    expect(`${title} ${summary} ${text}`).not.toMatch(/[{}[\]|]|undefined|NaN| {2}/);
  }
  const articles = news.map(({ text }) => text).filter(Boolean);
  expect(articles.length / news.length).toBeGreaterThan(0.3);
  expect(articles.length / news.length).toBeLessThan(0.37);
  expect(Math.min(...articles.map(words))).toBeGreaterThanOrEqual(60);
  expect(Math.max(...articles.map(words))).toBeLessThanOrEqual(150);
});

test('the frames are many and varied', () => {
  expect(sum(written.map(({ plain, hard }) => plain.length + hard.length))).toBeGreaterThanOrEqual(400);
  expect(sum(written.map(({ hard }) => hard.length))).toBeGreaterThanOrEqual(150);
  expect(
    new Set(written.flatMap(({ plain, hard }) => [...plain, ...hard].map(({ section }) => section))).size,
  ).toBeGreaterThanOrEqual(25);
});

test('every item written by hand stands in the stream as it was written', () => {
  const titles = new Set(news.map(({ title }) => title));
  const items = written.flatMap(({ items }) => items);
  expect(items.length).toBeGreaterThanOrEqual(120);
  expect(items.filter(({ title }) => !titles.has(title))).toEqual([]);
});
