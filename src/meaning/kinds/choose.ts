import type { Topic } from '../topic';
import type { KindScore } from './decide';

/** A kind beside a much stronger one is the background of the story, unless the title speaks of it. */
const SHARE = 0.4;
const TITLE_SPEAKS = 9;
const YIELDING = 2;

const titleSpeaks = (score: KindScore<string>): boolean =>
  score.reasons.some(({ points, sentence }) => sentence.zone === 'title' && points >= TITLE_SPEAKS);

/** The kinds that a story is of: open gate, score at the cut, and not the mere background of a stronger kind. */
export function chooseKinds<K extends string>(
  scores: readonly KindScore<K>[],
  topic: Topic<K>,
): KindScore<K>[] {
  const able = scores.filter(({ kind, score, closed }) => closed === null && score >= topic.gates[kind].cut);
  const top = Math.max(0, ...able.map(({ score }) => score));
  return able.filter((score) => {
    const { cut, yieldsTo = [] } = topic.gates[score.kind];
    if (titleSpeaks(score)) return true;
    if (score.score < SHARE * top) return false;
    return score.score >= YIELDING * cut || !able.some((other) => yieldsTo.includes(other.kind));
  });
}
