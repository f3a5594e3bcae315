import type { ClusteredEvent } from '../../src/events/cluster';
import { silentLog } from '../../src/log';
import type { SiteDeps, FeedHealth } from '../../src/site/deps';
import { ConsentStore } from '../../src/store/consents';
import { EventStore } from '../../src/store/events';
import { LimitStore } from '../../src/store/limits';
import { StoryStore } from '../../src/store/stories';
import { SubscriberStore } from '../../src/store/subscribers';
import { SubscriptionStore } from '../../src/store/subscriptions';
import type { Choices } from '../../src/subscriptions/choices';
import type { MailRequest } from '../../src/subscriptions/mail-requests';
import { newSubscription } from '../../src/subscriptions/sign-up';
import type { QueryEngine } from '../../src/subscriptions/query-engine';
import { Tokens, hashToken, randomId } from '../../src/subscriptions/token';
import { type Dynamo, startDynamo } from '../support/dynamo';
import { wordsEngine } from './words-engine';

/** A clock that stands still until it is moved; sleeping takes none of its time. */
export class HandClock {
  private at = Date.parse('2026-11-22T12:00:00Z');
  readonly slept: number[] = [];
  now = () => new Date(this.at);
  pass(ms: number): void {
    this.at += ms;
  }
  async sleep(ms: number): Promise<void> {
    this.slept.push(ms);
  }
}

export const OPERATOR_TOKEN = 'operator-token-of-the-tests';

export interface Installation {
  readonly deps: SiteDeps;
  readonly clock: HandClock;
  readonly mails: MailRequest[];
  readonly dynamo: Dynamo;
  readonly eventStore: EventStore;
  readonly storyStore: StoryStore;
  readonly feedHealth: FeedHealth[];
}

/** Real stores on the embedded DynamoDB; the outbox is a list. */
export async function startInstallation(queries: QueryEngine = wordsEngine): Promise<Installation> {
  const dynamo = await startDynamo();
  const clock = new HandClock();
  const mails: MailRequest[] = [];
  const feedHealth: FeedHealth[] = [];
  const eventStore = new EventStore(dynamo.table('news'));
  const storyStore = new StoryStore(dynamo.table('news'));
  const key = 'a secret of the tests, thirty-two characters long';
  const deps: SiteDeps = {
    subscribers: new SubscriberStore(dynamo.table('people'), key),
    consents: new ConsentStore(dynamo.table('people')),
    subscriptions: new SubscriptionStore(dynamo.table('alerts')),
    limits: new LimitStore(dynamo.table('people')),
    outbox: {
      async requestMail(row) {
        const known = mails.some(
          ({ key, personId, kind }) => key === row.key && personId === row.personId && kind === row.kind,
        );
        if (!known) mails.push(row);
        return !known;
      },
      async *ofPerson(id) {
        const queuedAt = clock.now().toISOString();
        for (const { personId, kind } of mails)
          if (personId === id) yield { kind, state: 'PENDING', queuedAt };
      },
    },
    queries,
    tokens: new Tokens(key),
    clock,
    log: silentLog,
    settings: {
      name: 'Vigía',
      url: '',
      contact: 'operator@vigia.example',
      sender: 'alerts@vigia.example',
      operatorTokenHash: hashToken(OPERATOR_TOKEN),
    },
    events: eventStore,
    stories: storyStore,
    feeds: {
      async *health() {
        yield* feedHealth;
      },
    },
  };
  return { deps, clock, mails, dynamo, eventStore, storyStore, feedHealth };
}

/** Stores a visit of Ecuador's ministers to CECOT with its two stories. */
export async function storeVisit(
  { eventStore, storyStore, clock }: Installation,
  id = 'ecuador-cecot',
): Promise<ClusteredEvent> {
  const at = clock.now().toISOString();
  const title = `Ministros de Ecuador visitan el CECOT (${id})`;
  const span = { zone: 'title', start: 0, end: title.length } as const;
  const story = (n: number, outlet: string, lang: 'es' | 'en', text: string) => ({
    id: `${id}-${n}`,
    url: `https://${outlet}/${id}`,
    link: `https://${outlet}/${id}?utm=1`,
    source: outlet,
    outlet,
    outletCountry: null,
    title: text,
    summary: 'Recorrieron el centro <b>penal</b> & hablaron con la prensa.',
    body: '',
    published: at,
    seen: at,
    feedId: 'feed',
    lexicon: 'test',
    reading: {
      lang,
      relevant: true,
      kinds: [
        {
          kind: 'delegation-visit' as const,
          score: 5,
          reasons: [
            {
              rule: 'officials-visit-facility',
              points: 5,
              sentence: span,
              evidence: [{ ...span, start: 21, end: 28 }],
            },
          ],
        },
      ],
      countries: ['SV', 'EC'],
      visit: {
        visitors: ['EC'],
        host: 'SV',
        facility: 'CECOT',
        officials: [],
        status: 'completed' as const,
        date: '2026-11-20',
        endDate: null,
        evidence: {},
      },
      thin: false,
      persons: [],
    },
  });
  const stories = [
    story(1, 'diario.example', 'es', title),
    story(2, 'gazette.example', 'en', `Ecuador ministers tour CECOT, visit praised (${id})`),
  ];
  for (const one of stories) {
    await storyStore.add(one);
    await storyStore.done(one.id, id);
  }
  const event = {
    id,
    kinds: ['delegation-visit'],
    titles: { es: title, en: stories[1]!.title },
    countries: ['SV', 'EC'],
    visit: {
      visitors: ['EC'],
      host: 'SV',
      facility: 'CECOT',
      officials: [{ name: 'Gian Carlo Loffredo', role: 'ministro de Defensa' }],
      status: 'completed',
      date: '2026-11-20',
      endDate: null,
    },
    timeline: [{ status: 'completed', at, storyId: `${id}-1` }],
    stories: stories.map((one) => ({
      id: one.id,
      link: one.link,
      outlet: one.outlet,
      source: one.source,
      lang: one.reading.lang,
      title: one.title,
      published: at,
      seen: at,
      copyOf: null,
    })),
    first: at,
    last: at,
    update: 0,
    version: 1,
  } as unknown as ClusteredEvent;
  await eventStore.save(event, 0);
  return event;
}

/** An active subscriber written straight into the stores, for tests about what comes after. */
export async function activeSubscriber({ deps }: Installation, address: string, choices: Choices) {
  const { subscribers, subscriptions, consents, queries, tokens } = deps;
  const now = deps.clock.now();
  const personId = randomId();
  const person = await subscribers.admit(
    {
      personId,
      address,
      state: 'active',
      language: choices.language,
      timeZone: choices.timeZone,
      tokenHash: hashToken(tokens.make('preferences', personId)),
      createdAt: now.toISOString(),
    },
    now,
  );
  await subscribers.activate(person, now);
  await consents.record(personId, { act: 'confirmed', at: now.toISOString(), wording: 'test' });
  const query = queries.parseQuery(choices.query);
  const row = { ...newSubscription(personId, choices, query, now), state: 'active' } as const;
  await subscriptions.add(row, query, now);
  return { personId, person, row };
}
