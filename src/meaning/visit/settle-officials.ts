import { compiled } from '../language-data';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import type { Party } from '../reading';
import type { Ballot, Sides } from './judge-naming';
import type { Naming } from './naming';
import { officialFeatures } from './official-features';
import type { PersonMention } from './people';
import type { Scene } from './scene';

const model = new HashedModel(compiled<{ officials: HashedWeights }>('visit').officials);
const VISITS = model.labels.indexOf('visits');

/** Somebody goes: when nobody is likely to, the likeliest, unless he is less likely than this. */
const LEAST = -0.5;

/** Where each person is named, in order of first naming. */
export function namingsOf(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  texts: Readonly<Record<string, string>>,
): Map<string, readonly Naming[]> {
  const bySentence = new Map(scenes.map((scene) => [scene.sentence.index, scene]));
  const namings = new Map<string, Naming[]>();
  for (const person of people) {
    const scene = bySentence.get(person.sentence);
    if (scene === undefined) continue;
    const here = people.filter(({ sentence }) => sentence === person.sentence);
    const naming = { person, scene, text: texts[scene.sentence.zone] ?? '', here };
    const known = namings.get(person.name);
    if (known) known.push(naming);
    else namings.set(person.name, [naming]);
  }
  return namings;
}

/** What the story says of each person, by name: features by bucket. */
export function featuresOf(
  namings: ReadonlyMap<string, readonly Naming[]>,
  parties: ReadonlyMap<string, Party>,
  sides: Sides,
): Map<string, Map<number, number>> {
  const names = [...namings.keys()];
  return new Map(
    names.map((name, order) => [
      name,
      officialFeatures(namings.get(name) ?? [], parties.get(name) ?? null, order, sides, namings),
    ]),
  );
}

/**
 * Who of those named visits: what the rules say (log-odds by name), weighed against what a model trained on many visits makes of
 * everybody the story names (decision 24).
 */
export function settleOfficials(
  ballots: readonly Ballot[],
  rules: ReadonlyMap<string, number>,
  features: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Ballot[] {
  const odds = new Map(
    ballots.map(({ name }) => {
      const told = features.get(name) ?? new Map<number, number>();
      return [name, model.odds(VISITS, told) + (rules.get(name) ?? 0)];
    }),
  );
  const oddsOf = ({ name }: Ballot): number => odds.get(name) ?? 0;
  const ranked = ballots.toSorted((a, b) => oddsOf(b) - oddsOf(a) || a.order - b.order);
  const likely = ranked.filter((ballot) => oddsOf(ballot) > 0);
  return likely.length > 0 ? likely : ranked.filter((ballot) => oddsOf(ballot) > LEAST).slice(0, 1);
}
