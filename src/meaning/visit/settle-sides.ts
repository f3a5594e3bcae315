import { hitSpan } from '../analysed';
import { isState } from '../gazetteer/names';
import { compiled } from '../language-data';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import type { Party, Span } from '../reading';
import type { Slot } from './host';
import { partyOf } from './parties';
import type { PersonMention } from './people';
import type { Scene } from './scene';
import { tellSides } from './side-features';
import type { Sides } from './tally';
import { isContained, sovereignOf } from './visitors';

/** Sides as a model tells them. */
export const SIDES = ['host', 'visitor'] as const;
const [HOST, VISITOR] = [0, 1] as const;

export const sidesModel = new HashedModel(compiled<{ sides: HashedWeights }>('visit').sides);

/** Log-odds that the rules' word for a side is worth beside the model's. */
const TRUST = 1.5;
/** With so many votes, so many times those of any other, the rules need no second opinion on the host. */
const PLENTY = 10;
const TIMES = 8;
/** Share of what speaks for a party's other role and so against the pair. */
const AGAINST = 0.5;
/** A visit has a guest; one without must be this much likelier. */
const NO_GUEST = -2;

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
function isDecisive({ host: { points } }: Sides, host: Party | 'unknown'): boolean {
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
  votes: Sides,
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  outletCountry: Party | null,
  model: HashedModel,
): SettledSides {
  if (isDecisive(votes, rules.host.value)) return rules;
  const told = tellSides(scenes, people, outletCountry, (features) => model.odds(features));
  const found = rules.visitors.value;
  const parties = [...new Set([...told.keys(), rules.host.value, ...found])].filter(
    (party) => party !== 'unknown',
  );
  const hosts = new Map<Party, number>();
  const guests = new Map<Party, number>();
  for (const party of parties) {
    const odds = told.get(party) ?? model.bias;
    hosts.set(party, odds[HOST]! + (party === rules.host.value ? TRUST : -TRUST));
    guests.set(party, odds[VISITOR]! + (found.includes(party) ? TRUST : -TRUST));
  }
  let host: Party | 'unknown' = 'unknown';
  let guest: Party | null = null;
  let likeliest = -Infinity;
  for (const place of parties) {
    if (!isState(place) || place === 'EU') continue;
    const placed = hosts.get(place)! - AGAINST * guests.get(place)!;
    for (const other of [...parties, null]) {
      if (other === place) continue;
      const joined = other === null ? NO_GUEST : guests.get(other)! - AGAINST * hosts.get(other)!;
      if (placed + joined > likeliest) [host, guest, likeliest] = [place, other, placed + joined];
    }
  }
  const visiting = parties.filter((party) => party === guest || (party !== host && guests.get(party)! > 0));
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
