import type { NewsEvent } from '../../../src/events/event';
import type { Frequency, Subscriber, Subscription } from '../../../src/subscriptions/subscription';
import { random } from './random';

export const QUERIES = ['CECOT visit', 'prison reform', 'visita Izalco', 'delegation Chile'] as const;
export const queryHash = (i: number): string => String(i).repeat(32);
/** The query of those who have two, found by every event. */
export const BROAD = 3;

const FREQUENCIES: readonly (readonly [Frequency, number])[] = [
  ['instant', 0.86],
  ['hourly', 0.93],
  ['daily', 0.98],
  ['weekly', 1],
];
const ZONES = ['America/Lima', 'America/Santiago', 'Europe/Madrid', 'America/St_Johns', 'UTC'];

export interface World {
  readonly people: ReadonlyMap<string, Subscriber>;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  readonly byQuery: ReadonlyMap<string, readonly Subscription[]>;
}

/** People with one query each, one in ten with a second one; most want mail at once, some at quieter times. */
export function makeWorld(size: number, seed: number): World {
  const chance = random(seed);
  const people = new Map<string, Subscriber>();
  const subscriptions = new Map<string, Subscription>();
  for (let i = 0; i < size; i++) {
    const personId = i.toString(16).padStart(32, '0');
    const timeZone = ZONES[i % ZONES.length]!;
    const createdAt = '2026-01-01T00:00:00.000Z';
    people.set(personId, {
      personId,
      address: `reader${i}@example.org`,
      state: 'active',
      language: 'es',
      timeZone,
      tokenHash: '',
      createdAt,
    });
    const roll = chance();
    const frequency = FREQUENCIES.find(([, below]) => roll < below)![0];
    const quietHours = chance() < 0.08 ? { from: 22, to: 7 } : null;
    const add = (query: number, frequency: Frequency) => {
      const subscriptionId = `${personId}-${query}`;
      subscriptions.set(subscriptionId, {
        subscriptionId,
        personId,
        queryHash: queryHash(query),
        query: QUERIES[query]!,
        frequency,
        timeZone,
        hour: i % 24,
        weekday: (i % 7) + 1,
        quietHours,
        updates: i % 2 === 0,
        language: 'es',
        state: 'active',
        snoozedUntil: null,
        createdAt,
        confirmedAt: createdAt,
      });
    };
    add(i % 3, frequency);
    if (chance() < 0.1) add(BROAD, chance() < 0.5 ? frequency : 'daily');
  }
  const byQuery = new Map<string, Subscription[]>();
  for (const subscription of subscriptions.values())
    byQuery.set(subscription.queryHash, [...(byQuery.get(subscription.queryHash) ?? []), subscription]);
  return { people, subscriptions, byQuery };
}

/** A fresh event, seen now. */
export function anEvent(id: string, now: Date, update = 0): NewsEvent {
  const at = now.toISOString();
  return {
    id,
    kinds: ['prison-reform'],
    titles: { es: `Suceso ${id}` },
    countries: ['PE'],
    visit: null,
    timeline: [],
    stories: [
      {
        id: `story-${id}`,
        link: `https://diario.example/${id}`,
        outlet: 'Diario',
        source: 'diario.example',
        lang: 'es',
        title: `Suceso ${id}`,
        published: at,
        seen: at,
        copyOf: null,
      },
    ],
    first: at,
    last: at,
    update,
    version: 1,
  };
}
