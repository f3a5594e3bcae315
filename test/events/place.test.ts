import { placeStory } from '../../src/events/place';
import { sketch } from '../../src/events/sketch';
import { EventStore } from '../../src/store/events';
import { startDynamo } from '../support/dynamo';
import { aStory } from '../support/story';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const shelf = () => new EventStore(dynamo.table('news'));
const visit = (id: string, country: string, hour: number) =>
  sketch(
    aStory({
      id,
      title: `Delegación de ${country} recorre el Cecot`,
      published: `2026-11-17T${String(hour).padStart(2, '0')}:00:00.000Z`,
      countries: [country, 'SV'],
      visit: { visitors: [country], officials: [] },
    }),
  );

test('stories of one visit share an event, found again by country', async () => {
  const first = await placeStory(shelf(), visit('p1', 'PY', 8));
  const second = await placeStory(shelf(), visit('p2', 'PY', 9));
  expect(first?.outcome).toBe('new');
  expect(second?.outcome).toBe('joined');
  expect(second?.event.id).toBe(first?.event.id);
  const near = await shelf().near(['SV'], new Date('2026-11-01'));
  expect(near.map((event) => event.id)).toContain(first?.event.id);
});

test('placing a story again changes nothing', async () => {
  const once = await placeStory(shelf(), visit('d1', 'DO', 8));
  const again = await placeStory(shelf(), visit('d1', 'DO', 8));
  expect(again?.outcome).toBe('repeated');
  expect(again?.event).toEqual(once?.event);
});

test('a crash between event and pointers is mended by the repetition', async () => {
  const store = shelf();
  let broken = true;
  const crashing = {
    get: (id: string) => store.get(id),
    near: (countries: readonly string[], since: Date) => store.near(countries, since),
    alias: (lost: string, kept: string) => store.alias(lost, kept),
    save: (event: Parameters<EventStore['save']>[0], version: number) => store.save(event, version),
    point: (event: Parameters<EventStore['point']>[0]) => store.point(event),
  };
  const story = visit('h1', 'HN', 8);
  const halting = new EventStore(
    new Proxy(dynamo.table('news'), {
      get(table, property, receiver) {
        if (property !== 'put') return Reflect.get(table, property, receiver);
        return async (item: { pk: string; sk: string }, when?: never) => {
          if (item.pk.startsWith('NEAR#') && broken) throw new Error('crash');
          return table.put(item, when);
        };
      },
    }),
  );
  await expect(
    placeStory({ ...crashing, save: (event, version) => halting.save(event, version) }, story),
  ).rejects.toThrow('crash');
  broken = false;
  const repeated = await placeStory(store, story);
  expect(repeated?.outcome).toBe('repeated');
  expect((await store.near(['HN'], new Date('2026-11-01'))).map((event) => event.id)).toContain(
    repeated?.event.id,
  );
});

test('two runs at once lose no story of an event', async () => {
  await placeStory(shelf(), visit('c0', 'CR', 6));
  await Promise.all([7, 8, 9].map((hour) => placeStory(shelf(), visit(`c${hour}`, 'CR', hour))));
  const near = await shelf().near(['CR'], new Date('2026-11-01'));
  const event = near.find((e) => e.visit?.visitors[0] === 'CR');
  expect(event?.stories.map((story) => story.id).sort()).toEqual(['c0', 'c7', 'c8', 'c9']);
});

test('the ledger lists visits by date and filters them', async () => {
  await placeStory(
    shelf(),
    sketch(
      aStory({
        id: 'l1',
        title: 'Relatores de la ONU en cárceles de Ecuador',
        countries: ['EC'],
        visit: { visitors: ['org:UN'], host: 'EC', facility: null, officials: [], date: '2025-03-02' },
        published: '2025-03-02T12:00:00.000Z',
      }),
    ),
  );
  const rows = [];
  for await (const event of shelf().ledger({ year: '2025' })) rows.push(event.visit);
  expect(rows).toMatchObject([{ visitors: ['org:UN'], host: 'EC', date: '2025-03-02' }]);
  const none = [];
  for await (const event of shelf().ledger({ year: '2025', host: 'SV' })) none.push(event);
  expect(none).toEqual([]);
});
