import { StoryStore } from '../../src/store/stories';
import { startDynamo } from '../support/dynamo';
import { aStory } from '../support/story';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let stories: StoryStore;
beforeAll(async () => {
  dynamo = await startDynamo();
  stories = new StoryStore(dynamo.table('news'));
});
afterAll(() => dynamo.stop());

const now = new Date('2026-11-17T13:00:00Z');
const pending = async (at = now) => {
  const ids = [];
  for await (const { story } of stories.pending(at)) ids.push(story.id);
  return ids;
};

test('a story is stored once and stays pending until it is done', async () => {
  const story = aStory({ id: 's1', title: 'Uno' });
  expect(await stories.add(story)).toBe(true);
  expect(await stories.add(story)).toBe(false);
  expect(await pending()).toEqual(['s1']);
  await stories.done('s1', 'event-1');
  expect(await pending()).toEqual([]);
  expect((await stories.get('s1'))?.eventId).toBe('event-1');
  expect((await stories.get('s1'))?.reading).toEqual(story.reading);
});

test('an outlet that moves a story to another address within a week does not make a second one', async () => {
  expect(await stories.add(aStory({ id: 's2', title: 'Ministros recorren el penal' }))).toBe(true);
  expect(await stories.add(aStory({ id: 's3', title: 'Ministros  recorren el penal' }))).toBe(false);
  expect(
    await stories.add(aStory({ id: 's4', title: 'Ministros recorren el penal', source: 'otro.example' })),
  ).toBe(true);
  expect(
    await stories.add(
      aStory({ id: 's5', title: 'Ministros recorren el penal', seen: '2026-11-27T12:00:00.000Z' }),
    ),
  ).toBe(true);
});

test('a story that cannot be processed waits longer each time and never blocks the others', async () => {
  await stories.add(aStory({ id: 'bad', title: 'Mala' }));
  await stories.add(aStory({ id: 'good', title: 'Buena' }));
  await stories.failed('bad', 3, 'boom', now);
  expect(await pending()).toContain('good');
  expect(await pending()).not.toContain('bad');
  expect(await pending(new Date(now.getTime() + 9 * 60_000))).toContain('bad');
});

test('stories of a stretch of time come in order', async () => {
  await stories.add(aStory({ id: 'm1', title: 'Octubre', published: '2026-10-30T10:00:00.000Z' }));
  const ids = [];
  for await (const story of stories.published(new Date('2026-10-20'), new Date('2026-11-17T12:30:00Z')))
    ids.push(story.id);
  expect(ids[0]).toBe('m1');
  expect(ids).toContain('s1');
});
