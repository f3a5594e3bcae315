import * as fc from 'fast-check';
import { type Condition, Table } from '../../src/store/table';
import { type Dynamo, startDynamo } from '../support/dynamo';
import { MemoryDynamo } from '../support/memory-dynamo/memory-dynamo';

let dynamo: Dynamo;
beforeAll(async () => void (dynamo = await startDynamo()));
afterAll(() => dynamo.stop());

const name = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('p', 'q', 'r', '2026-01-01', '2026-01-02');
const number = fc.integer({ min: 0, max: 3 });

const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom(
      'attribute_not_exists(pk)',
      'attribute_exists(pk)',
      '#x = :t',
      '#x <> :t',
      '#x IN (:t, :u)',
      'NOT (#x = :t)',
      'attribute_not_exists(pk) OR (#x IN (:t, :u))',
      '(#x = :t) AND (#n >= :n)',
      '#n < :n OR attribute_not_exists(#n)',
      'size(#s) < :n',
      'contains(#s, :t) OR size(#s) < :n',
      'begins_with(#x, :t)',
      '#x BETWEEN :t AND :u',
    ),
    text,
    text,
    number,
  )
  .map(([expression, t, u, n]) => {
    const [low, high] = [t, u].sort();
    const used = (all: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(all).filter(([key]) => expression.includes(key)));
    const names = used({ '#x': 'x', '#n': 'n', '#s': 's' }) as Record<string, string>;
    const values = used({ ':t': low, ':u': high, ':n': n });
    return {
      expression,
      ...(Object.keys(names).length && { names }),
      ...(Object.keys(values).length && { values }),
    };
  });

const due = fc.option(fc.record({ dueShard: fc.constantFrom('s0', 's1'), dueAt: text }), { nil: undefined });
const key = fc.record({ pk: fc.constantFrom('P1', 'P2'), sk: name });
const set = fc.uniqueArray(text, { minLength: 1 }).map((members) => new Set(members));
const op = fc.oneof(
  fc.record({
    op: fc.constant('put' as const),
    key,
    x: text,
    n: number,
    due,
    when: fc.option(condition, { nil: undefined }),
  }),
  fc.record({
    op: fc.constant('update' as const),
    key,
    set: fc.record({ x: text, z: text }, { requiredKeys: [] }),
    setOnce: fc.record({ y: text, dueAt: text, dueShard: fc.constantFrom('s0', 's1') }, { requiredKeys: [] }),
    remove: fc.uniqueArray(fc.constantFrom('w', 'v'), { maxLength: 1 }),
    add: fc.record({ n: number, s: set }, { requiredKeys: [] }),
    when: fc.option(condition, { nil: undefined }),
  }),
  fc.record({ op: fc.constant('delete' as const), key, when: fc.option(condition, { nil: undefined }) }),
);

const outcome = async (run: () => Promise<unknown>) => {
  try {
    return await run();
  } catch (error) {
    return (error as Error).name;
  }
};

async function apply(
  table: Table,
  step: typeof op extends fc.Arbitrary<infer T> ? T : never,
): Promise<unknown> {
  if (step.op === 'put') return table.put({ ...step.key, x: step.x, n: step.n, ...step.due }, step.when);
  if (step.op === 'delete') return table.delete(step.key, step.when);
  return table.update(step.key, {
    set: step.set,
    setOnce: step.setOnce,
    remove: step.remove,
    add: step.add,
    when: step.when,
  });
}

async function seen(table: Table): Promise<unknown> {
  const all = async (range: Parameters<Table['query']>[0]) => {
    const items: unknown[] = [];
    for await (const item of table.query(range)) items.push(item);
    return items;
  };
  const sorted = (items: unknown[]) => items.map((item) => JSON.stringify(item, plain)).sort();
  return [
    await all({ partition: 'P1', pageSize: 2 }),
    await all({ partition: 'P1', prefix: 'b' }),
    await all({ partition: 'P2', descending: true, pageSize: 1 }),
    await all({ partition: 'P1', since: 'b' }),
    await all({ partition: 'P1', since: 'a', upTo: 'b', only: ['sk', 'x'] }),
    sorted(await all({ index: 'due', partition: 's0', upTo: '2026-01-01', pageSize: 2 })),
    sorted(await all({ index: 'due', partition: 's1' })),
    await table.get({ pk: 'P1', sk: 'a' }),
    sorted(
      await table.batchGet([
        { pk: 'P1', sk: 'a' },
        { pk: 'P2', sk: 'b' },
      ]),
    ),
  ].map((part) => JSON.parse(JSON.stringify(part, plain)) as unknown);
}

/** Sets and the order of attributes mean nothing. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Set) return [...(value as Set<string>)].sort();
  if (value && typeof value === 'object' && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return value;
}

test('the table in memory answers as dynalite does', async () => {
  const real = dynamo.table('alerts');
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 14 }), async (steps) => {
      for (const pk of ['P1', 'P2']) for (const sk of ['a', 'b', 'c']) await real.delete({ pk, sk });
      const memory = new Table(new MemoryDynamo().client(), 'alerts');
      for (const step of steps)
        expect(await outcome(() => apply(memory, step))).toEqual(await outcome(() => apply(real, step)));
      expect(await seen(memory)).toEqual(await seen(real));
    }),
    { numRuns: 40, seed: 20261122 },
  );
}, 30_000);
