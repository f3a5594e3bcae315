import { Matcher } from '../../src/alerts/matcher';
import { parseQuery, QueryIndex } from '../../src/meaning/query';
import { aStory } from '../support/story';

const story = aStory({ title: 'Ministros de Ecuador recorren el Cecot', visit: { facility: 'CECOT' } });
const document = { text: story, reading: story.reading, source: story.source };

/** A name of 32 characters, as hashes of queries have. */
const hashOf = (source: string) => source.padEnd(32, '.');

function matcherOf(sets: { version: string; sources: readonly string[] }[]) {
  const parsed: string[] = [];
  const unreadable: string[] = [];
  let at = 0;
  const matcher = new Matcher({
    async activeQueries() {
      const { version, sources } = sets[Math.min(at++, sets.length - 1)]!;
      return { version, queries: sources.map((source) => ({ source, hash: hashOf(source) })) };
    },
    parseQuery(source) {
      parsed.push(source);
      return parseQuery(source);
    },
    compile: (queries) => QueryIndex.of(queries),
    onUnreadable: ({ source }) => void unreadable.push(source),
  });
  const firing = async () => (await matcher.queries()).match(document).map(({ hash }) => hash);
  return { parsed, unreadable, firing };
}

test('queries fire under the hash by which they are held', async () => {
  const { firing } = matcherOf([{ version: '1', sources: ['CECOT visit', 'prison riot'] }]);
  expect(await firing()).toEqual([hashOf('CECOT visit')]);
});

test('a change of the set makes only what is new be parsed', async () => {
  const { firing, parsed } = matcherOf([
    { version: '1', sources: ['CECOT visit'] },
    { version: '1', sources: ['CECOT visit'] },
    { version: '2', sources: ['CECOT visit', 'visit from Ecuador'] },
    { version: '3', sources: ['visit from Ecuador'] },
  ]);
  expect(await firing()).toEqual([hashOf('CECOT visit')]);
  await firing();
  expect(await firing()).toEqual([hashOf('CECOT visit'), hashOf('visit from Ecuador')]);
  expect(parsed).toEqual(['CECOT visit', 'visit from Ecuador']);
  expect(await firing()).toEqual([hashOf('visit from Ecuador')]);
});

test('a stored query that can be read no more is named, and does not silence the others', async () => {
  const { firing, unreadable } = matcherOf([{ version: '1', sources: ['"unclosed', 'CECOT visit'] }]);
  expect(await firing()).toEqual([hashOf('CECOT visit')]);
  expect(unreadable).toEqual(['"unclosed']);
});
