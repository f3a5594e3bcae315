import { createTables } from '../../src/store/create-tables';
import { type Dynamo, startDynamo } from '../support/dynamo';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

test('creates tables that serve keys and both indexes', async () => {
  const table = dynamo.table('news');
  await table.put({ pk: 'A', sk: '1', dueShard: 'S', dueAt: '2026-01-02', listKey: 'L', listSort: 'b' });
  await table.put({ pk: 'A', sk: '2', dueShard: 'S', dueAt: '2026-01-01', listKey: 'L', listSort: 'a' });
  const sorts = async (index?: 'due' | 'list', partition = 'A') => {
    const found: string[] = [];
    for await (const item of table.query<{ sk: string }>({ index, partition })) found.push(item.sk);
    return found;
  };
  expect(await sorts()).toEqual(['1', '2']);
  expect(await sorts('due', 'S')).toEqual(['2', '1']);
  expect(await sorts('list', 'L')).toEqual(['2', '1']);
});

test('leaves tables that exist alone', async () => {
  await dynamo.table('people').put({ pk: 'kept', sk: 'kept' });
  await createTables(dynamo.client, { news: 'news', alerts: 'alerts', people: 'people' });
  expect(await dynamo.table('people').get({ pk: 'kept', sk: 'kept' })).not.toBeNull();
});
