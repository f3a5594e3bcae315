import type { Analysed, AnalysedSentence } from '../analysed';
import type { StoryScores } from '../kinds/decide';

/**
 * What the model looks at, by type: word stems of the title (`T`), the lead (`L`) and the whole story (`W`); concepts of
 * the story (`S`), the title (`t`), the lead (`l`) and later sentences (`b`); pairs of concepts in one sentence of the
 * title (`P`) or lead (`p`); what the rules say (`R`).
 */
export const FEATURE_TYPES = ['T', 'L', 'W', 'S', 't', 'l', 'b', 'P', 'p', 'R'] as const;
export type FeatureType = (typeof FEATURE_TYPES)[number];

/** Takes a feature; the same one may come several times in a story and counts once. */
export type Emit = (type: FeatureType, id: string, value: number) => void;

const STEM = 6;
const LEAD_WORDS = 60;
const MOST_SCORE = 16;

type Place = 'title' | 'lead' | 'later';

const placeOf = ({ zone, position }: AnalysedSentence): Place =>
  zone === 'title' ? 'title' : zone === 'summary' || position < 2 ? 'lead' : 'later';

const CONCEPT_OF: Readonly<Record<Place, FeatureType>> = { title: 't', lead: 'l', later: 'b' };

function emitConcepts(sentence: AnalysedSentence, emit: Emit): void {
  const place = placeOf(sentence);
  const ids = [...sentence.concepts].filter((id) => id !== 'PERSON' && !id.startsWith('IN.'));
  for (const id of ids) {
    emit('S', id, 0.5);
    emit(CONCEPT_OF[place], id, 0.5);
  }
  if (place === 'later') return;
  ids.sort();
  for (let i = 0; i < ids.length; i++)
    for (let j = i + 1; j < ids.length; j++) emit(place === 'title' ? 'P' : 'p', `${ids[i]}+${ids[j]}`, 0.35);
}

function emitWords({ sentences }: Analysed, emit: Emit): void {
  let lead = LEAD_WORDS;
  for (const { zone, tokens } of sentences)
    for (const { folded } of tokens) {
      const stem = folded.length > STEM ? folded.slice(0, STEM) : folded;
      emit('W', stem, 0.35);
      if (zone === 'title') emit('T', stem, 0.7);
      else if (zone === 'summary' || lead-- > 0) emit('L', stem, 0.5);
    }
}

/** The rules were written over the stories the model learns from: what they say counts half there, so that the model keeps an opinion of its own. */
const OF_RULES = 0.5;

function emitRules(scores: StoryScores<string>, decided: ReadonlySet<string>, emit: Emit): void {
  for (const { kind, score, closed } of scores.kinds) {
    if (score <= 0) continue;
    emit('R', `score:${kind}`, (OF_RULES * Math.min(score, MOST_SCORE)) / (MOST_SCORE / 2));
    if (closed) emit('R', `closed:${kind}`, OF_RULES);
  }
  for (const kind of decided) emit('R', `decided:${kind}`, 1.5 * OF_RULES);
  emit('R', 'about', (OF_RULES * Math.max(-8, Math.min(8, scores.about))) / 4);
  emit('R', 'against', (OF_RULES * Math.min(8, scores.against)) / 4);
  emit('R', 'always', 1);
}

/** All features of a story. `decided` are the kinds the rules gave it, and `relevant` when they gave it any. */
export function emitFeatures(
  analysed: Analysed,
  scores: StoryScores<string>,
  decided: ReadonlySet<string>,
  emit: Emit,
): void {
  emitWords(analysed, emit);
  for (const sentence of analysed.sentences) emitConcepts(sentence, emit);
  emitRules(scores, decided, emit);
}
