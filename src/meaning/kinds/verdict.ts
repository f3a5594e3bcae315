import type { Analysed } from '../analysed';
import { type Opinion, secondOpinion, settle } from '../model/second-opinion';
import { KINDS, type Kind, type KindDecision, type Reason, type Theme, THEMES } from '../reading';
import type { Topic } from '../topic';
import { chooseKinds } from './choose';
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

const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);

/** In a story with no word of the subject the model must be this sure that it is relevant: other words mislead it. */
const SURE = 3;

/** Any rule that fired, or a head that speaks of the subject. */
const hasGround = ({ about, kinds }: StoryScores<Kind | Theme>, opinion: Opinion): boolean =>
  about > 0 || kinds.some(({ score }) => score > 0) || (opinion.get('relevant') ?? 0) > SURE;

const strongest = (opinion: Opinion): Kind =>
  KINDS.reduce((best, kind) => ((opinion.get(kind) ?? 0) > (opinion.get(best) ?? 0) ? kind : best));

/** What a story is: the rules' decision, which the trained model lifts or drops where it is sure. */
export function reachVerdict(
  analysed: Analysed,
  scores: StoryScores<Kind | Theme>,
  topic: Topic<Kind | Theme>,
): Verdict {
  const byRules = new Set<string>(chooseKinds(scores, topic).map(({ kind }) => kind));
  const rulesSayRelevant = [...byRules].some(isKind);
  if (rulesSayRelevant) byRules.add('relevant');
  const opinion =
    analysed.lang === 'other' ? (new Map() as Opinion) : secondOpinion(analysed, scores, byRules);
  if (!hasGround(scores, opinion) || !settle('relevant', rulesSayRelevant, opinion))
    return { kinds: [], themes: [] };
  const settled = KINDS.filter((kind) => settle(kind, byRules.has(kind), opinion));
  const names = settled.length
    ? settled
    : rulesSayRelevant
      ? KINDS.filter((kind) => byRules.has(kind))
      : [strongest(opinion)];
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
