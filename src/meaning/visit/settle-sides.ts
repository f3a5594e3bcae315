import { hitSpan } from '../analysed';
import { compiled } from '../language-data';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import type { Party, Span } from '../reading';
import type { HostAndGuest, Slot } from './host';
import { listedParties } from './listed-parties';
import { partyOf } from './parties';
import type { PersonMention } from './people';
import type { Scene } from './scene';
import { isBody } from './stage';
import { tellSides } from './side-features';
import type { Tally } from './tally';
import { isContained, sovereignOf } from './visitors';

/** Sides as a model tells them. */
export const SIDES = ['host', 'visitor'] as const;
const [HOST, VISITOR] = [0, 1] as const;

export const sidesModel = new HashedModel(compiled<{ sides: HashedWeights }>('visit').sides);

/** Log-odds that the rules' word for a side is worth beside the model's. */
const TRUST = 0.5;
/** Who goes with another needs to be likelier than not. */
const JOINS = 0.4;
/** The mean of a list of which all go, and the least of any of them. */
const LISTED = -1.2;
const APART = -3;
const NEVER = -9;
/** A visit has a guest; one without must be this much likelier. */
const NO_GUEST = -2;

/** With so many votes, so many times those of any other, the rules need no second opinion on the host. */
const PLENTY = 10;
const TIMES = 8;

export interface SettledSides {
  readonly host: Slot<Party | 'unknown'>;
  readonly visitors: Slot<readonly Party[]>;
}

/** The first places that name the party. */
function placesOf(scenes: readonly Scene[], party: Party): Span[] {
  const spans: Span[] = [];
  for (const { sentence, dateline } of scenes)
    for (const hit of sentence.hits)
      if (spans.length < 2 && hit.from >= dateline && partyOf(hit) === party)
        spans.push(hitSpan(sentence, hit));
  return spans;
}

/** "Recorrió la cárcel de su país junto a una misión extranjera": the prison says who is at home. */
function isDecisive({ points }: Tally, host: Party | 'unknown'): boolean {
  const most = points.get(host) ?? 0;
  return most >= PLENTY && [...points].every(([party, other]) => party === host || most >= TIMES * other);
}

/**
 * Who is visited and who visits: what the rules found, weighed against what a model trained on many visits makes of all
 * parties that the story names (decision 24). Most of the time they agree; the model knows wordings of which the rules
 * make nothing.
 */
export function settleSides(
  rules: SettledSides,
  votes: Tally,
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  outletCountry: Party | null,
  model: HashedModel,
): SettledSides {
  const odds = tellSides(scenes, people, outletCountry, (features) => model.odds(features));
  const found = rules.visitors.value;
  const parties = [...new Set([...odds.keys(), rules.host.value, ...found])].filter(
    (party) => party !== 'unknown',
  );
  const hosts = new Map<Party, number>();
  const guests = new Map<Party, number>();
  for (const party of parties) {
    const each = odds.get(party) ?? model.bias;
    hosts.set(party, each[HOST]! + (party === rules.host.value ? TRUST : -TRUST));
    guests.set(party, each[VISITOR]! + (found.includes(party) ? TRUST : -TRUST));
  }
  const told = likeliestPair(hosts, guests);
  const { host, guest } = isDecisive(votes, rules.host.value) ? atHome(rules.host.value, told, guests) : told;
  joinListed(guests, host, listedParties(scenes, people));
  // Bodies and states do not go together: one invites or pays for the other.
  const visiting =
    guest !== null && isBody(guest)
      ? [guest]
      : parties.filter(
          (party) => party === guest || (party !== host && !isBody(party) && guests.get(party)! >= JOINS),
        );
  const ranked = visiting.sort((a, b) => guests.get(b)! - guests.get(a)!);
  const whole = ranked.filter((party) => !isContained(party, ranked)).map(sovereignOf);
  const value = [...new Set(whole)].filter((party) => party !== host);
  // Whom the rules saw is better than nobody.
  const same =
    (value.length === 0 && !found.includes(host)) ||
    (value.length === found.length && value.every((party) => found.includes(party)));
  return {
    host: host === rules.host.value ? rules.host : { value: host, spans: placesOf(scenes, host) },
    visitors: same ? rules.visitors : { value, spans: value.flatMap((party) => placesOf(scenes, party)) },
  };
}

/**
 * "De Argentina, Luis Rollé; Perú, Óscar Arriola, y Ecuador": those who are listed with one who goes go along, unless
 * the story rather keeps them apart.
 */
function joinListed(guests: Map<Party, number>, host: Party, lists: readonly (readonly Party[])[]): void {
  for (const list of lists) {
    const odds = list.map((party) => guests.get(party) ?? NEVER);
    const mean = odds.reduce((sum, each) => sum + each, 0) / odds.length;
    if (list.includes(host) || mean < LISTED || Math.max(...odds) < JOINS || Math.min(...odds) < APART)
      continue;
    for (const party of list) guests.set(party, Math.max(guests.get(party)!, JOINS));
  }
}

type Odds = ReadonlyMap<Party, number>;

/** The pair when the host is known: of two told the other way round, the other is the guest. */
const atHome = (host: Party | 'unknown', told: HostAndGuest, guests: Odds): HostAndGuest =>
  told.guest === host && told.host !== 'unknown'
    ? { host, guest: told.host }
    : likeliestPair(new Map([[host, 0]]), guests);

/** The state that is visited and the party that visits it: the likeliest two that are not the same. */
function likeliestPair(hosts: Odds, guests: Odds): HostAndGuest {
  let best: HostAndGuest = { host: 'unknown', guest: null };
  let likeliest = -Infinity;
  for (const [host, placed] of hosts) {
    if (isBody(host)) continue;
    for (const guest of [...guests.keys(), null]) {
      const joined = guest === null ? NO_GUEST : guests.get(guest)!;
      if (guest !== host && placed + joined > likeliest)
        [best, likeliest] = [{ host, guest }, placed + joined];
    }
  }
  return best;
}
