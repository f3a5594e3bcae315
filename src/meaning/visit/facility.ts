import { facilityName } from '../gazetteer/facilities';
import { compiled } from '../language-data';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import { allPrisons, namedPrisons, onlyPrison } from './find-prisons';
import type { Slot } from './host';
import type { PersonMention } from './people';
import { mentionSpan, type Candidate, type VisitSides } from './prison-mentions';
import { isRound } from './prison-round';
import type { Scene } from './scene';
import { tellPrisons } from './tell-prisons';

const model = new HashedModel(compiled<{ facility: HashedWeights }>('visit').facility);
const VISITED = model.labels.indexOf('visited');

const NONE: Slot<string | null> = { value: null, spans: [] };
/** Places shown as evidence. */
const SHOWN = 4;

/** The likeliest candidate, or null for none of them: `odds` are theirs, and last those of none. */
export function likeliest(candidates: readonly Candidate[], odds: readonly number[]): Candidate | null {
  let chosen: Candidate | null = null;
  let most = odds[candidates.length]!;
  candidates.forEach((candidate, at) => {
    if (odds[at]! > most) [chosen, most] = [candidate, odds[at]!];
  });
  return chosen;
}

/** Log-odds of each candidate, and last of none of them. */
const weigh = (candidates: readonly Candidate[], sides: VisitSides, scenes: readonly Scene[]): number[] =>
  tellPrisons(candidates, sides, scenes, (features) => model.oddsOf(VISITED, features));

/**
 * The prison visited, by its usual short name, as a model trained on many visits tells it from prisons at home, in the
 * background or compared with (decision 24); null when the story names none, or several alike.
 */
export function pickFacility(
  scenes: readonly Scene[],
  sides: VisitSides,
  published: string | null,
  people: readonly PersonMention[],
): Slot<string | null> {
  if (isRound(scenes, sides)) return NONE;
  const year = published === null ? null : Number(published.slice(0, 4));
  const prisons = namedPrisons(scenes, sides.host, year);
  let chosen = onlyPrison(prisons, sides) ?? null;
  if (chosen === null) {
    const candidates = allPrisons(prisons, scenes, people, sides.host, year);
    if (candidates.length > 0) chosen = likeliest(candidates, weigh(candidates, sides, scenes));
  }
  if (chosen === null) return NONE;
  const spans = [...chosen.known, ...chosen.mentions.map(mentionSpan)];
  return { value: facilityName(chosen.value), spans: spans.slice(0, SHOWN) };
}
