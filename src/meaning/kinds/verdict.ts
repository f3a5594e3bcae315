import type { Analysed } from '../analysed';
import { type Opinion, secondOpinion, settle } from '../model/second-opinion';
import { KINDS, type Kind, type KindDecision, type Reason, type Theme, THEMES } from '../reading';
import type { Topic } from '../topic';
import { bestKind, clearKinds } from './choose';
import type { StoryScores } from './decide';

export interface Verdict {
  /** Strongest first; empty when irrelevant. */
  readonly kinds: readonly KindDecision[];
  readonly themes: readonly Theme[];
}

/** Name under which a reason of the trained model is shown. */
export const SECOND_OPINION = 'second-opinion';

/** The model has no single place to point at: it weighed the words of the whole story, of which the headline stands for all. */
const opinionReason = (analysed: Analysed, odds: number): Reason => ({
  rule: SECOND_OPINION,
  points: odds,
  sentence: { zone: 'title', start: 0, end: analysed.story.title.length },
  evidence: [],
});

/** True when the model alone is sure of the kind. */
export const isOpinionOnly = ({ reasons }: KindDecision): boolean =>
  reasons.some(({ rule }) => rule === SECOND_OPINION);

const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);

/** In a story with no word of the subject the model must be this sure that it is relevant: other words mislead it. */
const SURE = 3;

/** A kind is not even worth a guess below these log-odds. */
const PASSING = -1;

/** Any rule that fired, or a head that speaks of the subject. */
const hasGround = ({ about, kinds }: StoryScores<Kind | Theme>, opinion: Opinion): boolean =>
  about > 0 || kinds.some(({ score }) => score > 0) || (opinion.get('relevant') ?? 0) > SURE;

/** The kind of a story of which neither the rules nor the model are sure: the model's guess, or the rules' without one. */
function likeliest(opinion: Opinion, scores: StoryScores<Kind | Theme>, topic: Topic<Kind | Theme>): Kind {
  const [best] = bestKind(scores, topic);
  if (opinion.size === 0 && best && isKind(best.kind)) return best.kind;
  return KINDS.reduce((best, kind) => ((opinion.get(kind) ?? 0) > (opinion.get(best) ?? 0) ? kind : best));
}

/** What the rules say: kinds and themes of which they are sure, and `relevant` when the story is of any kind for them. */
export function decidedByRules(
  scores: StoryScores<Kind | Theme>,
  topic: Topic<Kind | Theme>,
): ReadonlySet<string> {
  const decided = new Set<string>(clearKinds(scores, topic).map(({ kind }) => kind));
  if ([...decided].some(isKind) || bestKind(scores, topic).length > 0) decided.add('relevant');
  return decided;
}

/** What a story is: the rules' decision, which the trained model lifts or drops where it is sure. */
export function reachVerdict(
  analysed: Analysed,
  scores: StoryScores<Kind | Theme>,
  topic: Topic<Kind | Theme>,
): Verdict {
  const byRules = decidedByRules(scores, topic);
  const opinion = analysed.lang === 'other' ? (new Map() as Opinion) : secondOpinion(analysed);
  if (!hasGround(scores, opinion) || !settle('relevant', byRules.has('relevant'), opinion))
    return { kinds: [], themes: [] };
  const settled = KINDS.filter((kind) => settle(kind, byRules.has(kind), opinion));
  const sure = settled.length > 0 ? settled : KINDS.filter((kind) => byRules.has(kind));
  const guess = likeliest(opinion, scores, topic);
  // A story of the subject that is of none of its kinds mentions it in passing.
  if (sure.length === 0 && (opinion.get(guess) ?? 0) < PASSING) return { kinds: [], themes: [] };
  const names = sure.length > 0 ? sure : [guess];
  const kinds = names.map((kind): KindDecision => {
    const { score, reasons } = scores.kinds.find((entry) => entry.kind === kind)!;
    const lifted = !byRules.has(kind);
    return {
      kind,
      score,
      reasons: lifted ? [...reasons, opinionReason(analysed, opinion.get(kind) ?? 0)] : reasons,
    };
  });
  return {
    kinds: kinds.sort((a, b) => b.score - a.score),
    themes: THEMES.filter((theme) => settle(theme, byRules.has(theme), opinion)),
  };
}
