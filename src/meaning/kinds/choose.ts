import type { Topic } from '../topic';
import type { KindScore, StoryScores } from './decide';

/** A kind beside a much stronger one is the background of the story, unless the title speaks of it. */
const SHARE = 0.3;
const TITLE_SPEAKS = 9;

const titleSpeaks = (score: KindScore<string>): boolean =>
  score.reasons.some(({ points, sentence }) => sentence.zone === 'title' && points >= TITLE_SPEAKS);

/** A story that is plainly about the subject is of its best kind, even if no kind reached its cut. */
function bestKind<K extends string>(
  { kinds, about, against }: StoryScores<K>,
  topic: Topic<K>,
): KindScore<K>[] {
  const { least, cut, mostAgainst, kinds: allowed } = topic.aboutness;
  if (about < least || against > mostAgainst) return [];
  const best = kinds.find(({ kind, closed }) => closed === null && allowed.split(' ').includes(kind));
  return best && best.score >= cut ? [best] : [];
}

/** The kinds that a story is of: open gate, score at the cut, and not the mere background of a stronger kind. */
export function chooseKinds<K extends string>(scores: StoryScores<K>, topic: Topic<K>): KindScore<K>[] {
  const able = scores.kinds.filter(
    ({ kind, score, closed }) => closed === null && score >= topic.gates[kind].cut,
  );
  const main = able.filter(({ kind }) => topic.aboutness.kinds.split(' ').includes(kind));
  if (main.length === 0) return [...bestKind(scores, topic), ...able];
  const top = Math.max(...able.map(({ score }) => score));
  return able.filter((score) => {
    const { yieldsTo = {} } = topic.gates[score.kind];
    const stronger = able.some((other) => other.score >= (yieldsTo[other.kind] ?? Infinity) * score.score);
    if (stronger) return false;
    return titleSpeaks(score) || score.score >= SHARE * top;
  });
}
