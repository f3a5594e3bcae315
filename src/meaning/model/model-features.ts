import type { Analysed, AnalysedSentence } from '../analysed';
import type { Concept } from '../concepts';
import type { Token } from '../tokens';
import { quantitiesIn } from './quantities';

/**
 * What the model looks at: the stems of the words, and by type the concepts of the story and counts (`S`), the title (`t`), the
 * lead (`l`) and later sentences (`b`). It does not know what the rules say: two opinions are worth more than one and
 * its echo.
 */
export const CONCEPT_TYPES = ['S', 't', 'l', 'b'] as const;
export type ConceptType = (typeof CONCEPT_TYPES)[number];

/** Takes the features of a story; the same one may come several times and counts once, as it came first. */
export interface FeatureTaker {
  word(word: Token, value: number): void;
  concept(type: ConceptType, concept: Concept, value: number): void;
}

const STEM = 6;

/** What the model knows of a word. */
export const stemOf = (folded: string): string => (folded.length > STEM ? folded.slice(0, STEM) : folded);

const LEAD_WORDS = 60;
const WORD_VALUE = { title: 0.7, lead: 0.5, later: 0.35 };
const CONCEPT_VALUE = 0.5;

type Place = 'title' | 'lead' | 'later';

const placeOf = ({ zone, position }: AnalysedSentence): Place =>
  zone === 'title' ? 'title' : zone === 'summary' || position < 2 ? 'lead' : 'later';

const CONCEPT_OF: Readonly<Record<Place, ConceptType>> = { title: 't', lead: 'l', later: 'b' };

/** All features of a story; what stands earlier in it comes first. */
export function emitFeatures({ sentences }: Analysed, taker: FeatureTaker): void {
  let lead = LEAD_WORDS;
  for (const sentence of sentences) {
    const { zone } = sentence;
    for (const word of sentence.tokens) {
      if (zone === 'title') taker.word(word, WORD_VALUE.title);
      else taker.word(word, zone === 'summary' || lead-- > 0 ? WORD_VALUE.lead : WORD_VALUE.later);
    }
    const type = CONCEPT_OF[placeOf(sentence)];
    const take = (concept: Concept) => {
      taker.concept('S', concept, CONCEPT_VALUE);
      taker.concept(type, concept, CONCEPT_VALUE);
    };
    for (const concept of sentence.concepts.members) if (!concept.isName) take(concept);
    quantitiesIn(sentence.tokens).forEach(take);
  }
}
