import type { Analysed } from '../analysed';
import type { Kind, Theme } from '../reading';
import { visitEvidence } from '../visit/extract-visit';
import type { StoryScores } from './decide';
import { KindScore } from './kind-score';

/** Below this score nothing speaks of a visit, whatever the sides. */
const WORTH_ASKING = 4;
/** From this score on, the wording alone decides. */
const CLEAR = 18;
/** From this evidence on, title or lead name both sides. */
const BOTH_SIDES = 1;
const POINTS = 4;

/**
 * A visit from abroad has a guest and a host. Naming both speaks for it, naming none against it: officials in prisons
 * of their own country are not what is looked for.
 */
export function weighSides<K extends Kind | Theme>(
  scores: StoryScores<K>,
  analysed: Analysed,
): StoryScores<K> {
  const first = analysed.sentences[0];
  const visit = scores.kinds.find(({ kind }) => kind === 'delegation-visit');
  if (!visit || !first || visit.score < WORTH_ASKING || visit.score >= CLEAR) return scores;
  const evidence = visitEvidence(analysed);
  if (evidence > 0 && evidence < BOTH_SIDES) return scores;
  const points = evidence === 0 ? -POINTS : POINTS;
  const rule = evidence === 0 ? 'no-side-from-abroad' : 'guest-and-host';
  const firings = [...visit.firings, { rule, points, sentence: first, evidence: [] }];
  const weighed = new KindScore(visit.kind, visit.score + points, firings, visit.closed);
  const kinds = scores.kinds.map((kind) => (kind === visit ? weighed : kind));
  return { ...scores, kinds: kinds.sort((a, b) => b.score - a.score) };
}
