import { ConsentStore } from '../../src/store/consents';
import { LimitStore } from '../../src/store/limits';
import { SubscriberStore } from '../../src/store/subscribers';
import { SubscriptionStore } from '../../src/store/subscriptions';
import type { Table } from '../../src/store/table';
import { confirm, pendingOf } from '../../src/subscriptions/confirm';
import type { Desk } from '../../src/subscriptions/desk';
import { erase } from '../../src/subscriptions/erase';
import { changeSubscription, unsubscribe } from '../../src/subscriptions/preferences';
import { signUp } from '../../src/subscriptions/sign-up';
import { dailyUpkeep } from '../../src/subscriptions/upkeep';
import { activeSubscriber, type Installation, startInstallation } from '../site/installation';

jest.setTimeout(30_000);

let place: Installation;
beforeEach(async () => void (place = await startInstallation()));
afterEach(() => place.dynamo.stop());

const KEY = 'a secret of the tests, thirty-two characters long';
const origin = { ip: '203.0.113.9', userAgent: 'test', form: '/test', locale: 'en' as const };
const choices = {
  query: 'CECOT visit',
  frequency: 'instant',
  timeZone: 'UTC',
  hour: 7,
  weekday: 1,
  quietHours: null,
  updates: true,
  language: 'en',
} as const;
const sample = async () => ({ events: 0, perWeek: 0, latest: [] });

class Crash extends Error {}

/** The same installation, whose tables and outbox stop answering at the `crashAt`-th write. */
function failing(crashAt: number): Desk {
  let writes = 0;
  const write =
    <A extends unknown[], R>(act: (...all: A) => Promise<R>) =>
    (...all: A): Promise<R> =>
      ++writes >= crashAt ? Promise.reject(new Crash()) : act(...all);
  const faulty = (table: Table) => {
    for (const name of ['put', 'update', 'delete'] as const)
      Object.assign(table, {
        [name]: write(table[name].bind(table) as (...all: unknown[]) => Promise<boolean>),
      });
    return table;
  };
  const [people, alerts] = [faulty(place.dynamo.table('people')), faulty(place.dynamo.table('alerts'))];
  return {
    ...place.deps,
    subscribers: new SubscriberStore(people, KEY),
    consents: new ConsentStore(people),
    limits: new LimitStore(people),
    subscriptions: new SubscriptionStore(alerts),
    outbox: { ...place.deps.outbox, requestMail: write((row) => place.deps.outbox.requestMail(row)) },
  };
}

/** Does `act` with a crash before every one of its writes in turn, for a new person each, then once more in full. */
async function atEveryWrite(
  prepare: (address: string) => Promise<void>,
  act: (desk: Desk, address: string) => Promise<unknown>,
  check: (address: string) => Promise<void>,
) {
  for (let crashAt = 1; crashAt < 40; crashAt++) {
    const address = `reader${crashAt}@example.org`;
    await prepare(address);
    place.mails.length = 0;
    const crashed = await act(failing(crashAt), address).then(
      () => false,
      (error) => {
        if (error instanceof Crash) return true;
        throw error;
      },
    );
    await act(place.deps, address);
    await check(address);
    if (!crashed) return crashAt - 1;
  }
  throw new Error('the act never ended');
}

const ask = (desk: Desk, address: string) =>
  signUp(desk, { address, choices, query: desk.queries.parseQuery(choices.query), origin, meant: true });
const held = async (address: string) => {
  const person = await place.deps.subscribers.byAddress(address, place.clock.now());
  const rows = person ? await place.deps.subscriptions.byPerson(person.personId, place.clock.now()) : [];
  return { person, rows };
};
const press = async (desk: Desk, address: string) => {
  const { person } = await held(address);
  const token = desk.tokens.make('confirm', person!.personId);
  const pending = (await pendingOf(desk, person!.personId, token))!;
  await confirm(
    desk,
    pending,
    pending.waiting.map((row) => row.subscriptionId),
    origin,
    sample,
  );
};
const mailsOf = (kind: string) => place.mails.filter((mail) => mail.kind === kind).length;
const nothing = async () => {};
const subscribed = async (address: string) => void (await activeSubscriber(place, address, choices));
const activeQueries = async () =>
  (await place.deps.subscriptions.activeQueries()).queries.map(({ source }) => source);

test('a sign-up cut short anywhere is completed by the next, with one mail', async () => {
  const writes = await atEveryWrite(nothing, ask, async (address) => {
    const { person, rows } = await held(address);
    expect(person!.state).toBe('pending');
    expect(rows.filter(({ state }) => state === 'pending')).toHaveLength(1);
    expect(mailsOf('confirmation')).toBe(1);
  });
  expect(writes).toBeGreaterThanOrEqual(8);
});

test('a confirmation cut short anywhere is completed by pressing again', async () => {
  const writes = await atEveryWrite(
    (address) => ask(place.deps, address),
    press,
    async (address) => {
      const { person, rows } = await held(address);
      expect(person!.state).toBe('active');
      expect(rows).toMatchObject([{ state: 'active' }]);
      expect(await activeQueries()).toEqual(['CECOT visit']);
    },
  );
  expect(writes).toBeGreaterThanOrEqual(8);
});

test('an unsubscription cut short anywhere is completed by the next', async () => {
  await atEveryWrite(
    subscribed,
    async (desk, address) => unsubscribe(desk, (await held(address)).rows, origin),
    async (address) => expect((await held(address)).rows).toMatchObject([{ state: 'unsubscribed' }]),
  );
});

test('a changed query cut short anywhere leaves the old or the new one, in the set', async () => {
  await atEveryWrite(
    subscribed,
    async (desk, address) => {
      const [row] = (await held(address)).rows;
      await changeSubscription(desk, row!, { ...choices, query: 'Peru reform', hour: 9 }, origin);
    },
    async (address) => {
      expect((await held(address)).rows).toMatchObject([{ state: 'active', query: 'Peru reform', hour: 9 }]);
      expect(await activeQueries()).toContain('Peru reform');
    },
  );
});

test('an erasure cut short anywhere silences at once or not at all, and is finished by the daily run', async () => {
  for (let crashAt = 1, crashed = true; crashed; crashAt++) {
    const address = `reader${crashAt}@example.org`;
    await subscribed(address);
    const { person } = await held(address);
    crashed = await erase(failing(crashAt), person!, true).then(
      () => false,
      () => true,
    );
    const begun = (await place.deps.subscribers.byPerson(person!.personId)) === null;
    place.clock.pass(86_400_000);
    await dailyUpkeep(place.deps);
    await dailyUpkeep(place.deps);
    expect(await place.deps.subscriptions.byPerson(person!.personId)).toHaveLength(begun ? 0 : 1);
    expect(await place.deps.consents.of(person!.personId)).toHaveLength(begun ? 0 : 1);
  }
});
