import type { Topic } from '../topic';
import type { StoryScores } from './decide';
import type { KindScore } from './kind-score';

/** A kind beside a much stronger one is the background of the story, unless the title speaks of it. */
const SHARE = 0.3;
const TITLE_SPEAKS = 9;

const titleSpeaks = (score: KindScore<string>): boolean =>
  score.firings.some(({ points, sentence }) => sentence.zone === 'title' && points >= TITLE_SPEAKS);

/** A story that is plainly about the subject is of its best kind, even if no kind reached its cut. */
export function bestKind<K extends string>(
  { kinds, about, against }: StoryScores<K>,
  topic: Topic<K>,
): KindScore<K>[] {
  const { least, cut, mostAgainst } = topic.aboutness;
  if (about < least || against > mostAgainst) return [];
  const best = kinds.find(({ kind, closed }) => closed === null && isMain(kind, topic));
  return best && best.score >= cut ? [best] : [];
}

const isMain = <K extends string>(kind: K, topic: Topic<K>): boolean =>
  ` ${topic.aboutness.kinds} `.includes(` ${kind} `);

/** Kinds of which the rules are sure: open gate, score at the cut, and not the mere background of a stronger kind. */
export function clearKinds<K extends string>(scores: StoryScores<K>, topic: Topic<K>): KindScore<K>[] {
  const able = scores.kinds.filter(
    ({ kind, score, closed }) => closed === null && score >= topic.gates[kind].cut,
  );
  if (!able.some(({ kind }) => isMain(kind, topic))) return able;
  const top = Math.max(...able.map(({ score }) => score));
  return able.filter((score) => {
    const { yieldsTo = {} } = topic.gates[score.kind];
    const stronger = able.some((other) => other.score >= (yieldsTo[other.kind] ?? Infinity) * score.score);
    if (stronger) return false;
    return titleSpeaks(score) || score.score >= SHARE * top;
  });
}

/** The kinds of a story: those of which the rules are sure, else the best one when the story is plainly about the subject. */
export function chooseKinds<K extends string>(scores: StoryScores<K>, topic: Topic<K>): KindScore<K>[] {
  const clear = clearKinds(scores, topic);
  return clear.some(({ kind }) => isMain(kind, topic)) ? clear : [...bestKind(scores, topic), ...clear];
}
