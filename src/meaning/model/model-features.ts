import type { Analysed, AnalysedSentence } from '../analysed';
import type { StoryScores } from '../kinds/decide';
import type { Token } from '../tokens';

/**
 * What the model looks at, by type: word stems of the title (`T`), the lead (`L`) and the whole story (`W`); concepts of
 * the story (`S`), the title (`t`), the lead (`l`) and later sentences (`b`); pairs of concepts in one sentence of the
 * title (`P`) or lead (`p`); what the rules say (`R`).
 */
export const WORD_TYPES = ['W', 'T', 'L'] as const;
export type WordType = (typeof WORD_TYPES)[number];
export const CONCEPT_TYPES = ['S', 't', 'l', 'b'] as const;
export const PAIR_TYPES = ['P', 'p'] as const;
export type PairType = (typeof PAIR_TYPES)[number];
export type NamedType = (typeof CONCEPT_TYPES)[number] | 'R';

/** Takes the features of a story; the same one may come several times and counts once. */
export interface FeatureTaker {
  word(type: WordType, word: Token, value: number): void;
  /** Two concepts in alphabetical order. */
  pair(type: PairType, first: string, second: string, value: number): void;
  /** A feature of any other type. */
  named(type: NamedType, id: string, value: number): void;
}

const STEM = 6;

/** What the model knows of a word. */
export const stemOf = (folded: string): string => (folded.length > STEM ? folded.slice(0, STEM) : folded);

const LEAD_WORDS = 60;
const MOST_SCORE = 16;

type Place = 'title' | 'lead' | 'later';

const placeOf = ({ zone, position }: AnalysedSentence): Place =>
  zone === 'title' ? 'title' : zone === 'summary' || position < 2 ? 'lead' : 'later';

const CONCEPT_OF: Readonly<Record<Place, NamedType>> = { title: 't', lead: 'l', later: 'b' };

function emitConcepts(sentence: AnalysedSentence, taker: FeatureTaker): void {
  const place = placeOf(sentence);
  const ids = [...sentence.concepts].filter((id) => id !== 'PERSON' && !id.startsWith('IN.'));
  const type = CONCEPT_OF[place];
  for (const id of ids) {
    taker.named('S', id, 0.5);
    taker.named(type, id, 0.5);
  }
  if (place === 'later') return;
  const pairs = place === 'title' ? 'P' : 'p';
  ids.sort();
  for (let i = 0; i < ids.length; i++)
    for (let j = i + 1; j < ids.length; j++) taker.pair(pairs, ids[i]!, ids[j]!, 0.35);
}

function emitWords({ sentences }: Analysed, taker: FeatureTaker): void {
  let lead = LEAD_WORDS;
  for (const { zone, tokens } of sentences)
    for (const word of tokens) {
      taker.word('W', word, 0.35);
      if (zone === 'title') taker.word('T', word, 0.7);
      else if (zone === 'summary' || lead-- > 0) taker.word('L', word, 0.5);
    }
}

/** The rules were written over the stories the model learns from: what they say counts half there, so that the model keeps an opinion of its own. */
const OF_RULES = 0.5;

function emitRules(scores: StoryScores<string>, decided: ReadonlySet<string>, taker: FeatureTaker): void {
  for (const { kind, score, closed } of scores.kinds) {
    if (score <= 0) continue;
    taker.named('R', `score:${kind}`, (OF_RULES * Math.min(score, MOST_SCORE)) / (MOST_SCORE / 2));
    if (closed) taker.named('R', `closed:${kind}`, OF_RULES);
  }
  for (const kind of decided) taker.named('R', `decided:${kind}`, 1.5 * OF_RULES);
  taker.named('R', 'about', (OF_RULES * Math.max(-8, Math.min(8, scores.about))) / 4);
  taker.named('R', 'against', (OF_RULES * Math.min(8, scores.against)) / 4);
  taker.named('R', 'always', 1);
}

/** All features of a story. `decided` are the kinds the rules gave it, and `relevant` when they gave it any. */
export function emitFeatures(
  analysed: Analysed,
  scores: StoryScores<string>,
  decided: ReadonlySet<string>,
  taker: FeatureTaker,
): void {
  emitWords(analysed, taker);
  for (const sentence of analysed.sentences) emitConcepts(sentence, taker);
  emitRules(scores, decided, taker);
}
