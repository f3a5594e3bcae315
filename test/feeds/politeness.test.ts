import { setImmediate as soon } from 'node:timers/promises';
import { Politeness } from '../../src/feeds/politeness';
import { FakeClock } from '../support/fake-clock';

const clock = () => new FakeClock(new Date('2026-11-17T12:00:00Z'));

test('requests to one domain start two seconds apart, those to others at once', async () => {
  const time = clock();
  const politeness = new Politeness({ clock: time });
  const starts: [string, number][] = [];
  const ask = (domain: string) =>
    politeness.turn(domain, async () => void starts.push([domain, time.now().getTime()]));
  const begin = time.now().getTime();
  await Promise.all([ask('a.example'), ask('b.example')]);
  await ask('a.example');
  await ask('a.example');
  expect(starts).toEqual([
    ['a.example', begin],
    ['b.example', begin],
    ['a.example', begin + 2_000],
    ['a.example', begin + 4_000],
  ]);
});

test('no more than two at once, in the order they came', async () => {
  const politeness = new Politeness({ clock: clock() });
  const running = new Map<number, () => void>();
  const order: number[] = [];
  const asked = [1, 2, 3, 4].map((n) =>
    politeness.turn('a.example', () => {
      order.push(n);
      return new Promise<void>((resolve) => running.set(n, resolve));
    }),
  );
  const settle = async () => {
    for (let i = 0; i < 5; i++) await soon();
  };
  await settle();
  expect(order).toEqual([1, 2]);
  running.get(2)!();
  await settle();
  expect(order).toEqual([1, 2, 3]);
  for (const n of [1, 3]) running.get(n)!();
  await settle();
  running.get(4)!();
  await Promise.all(asked);
});

test('a request that fails gives its place to the next', async () => {
  const politeness = new Politeness({ clock: clock(), atOnce: 1 });
  const failed = politeness.turn('a.example', () => Promise.reject(new Error('no')));
  const next = politeness.turn('a.example', async () => 'done');
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('done');
});
