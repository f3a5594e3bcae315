import { type Analysed, type AnalysedSentence, type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { fold } from '../fold';
import { wordSet } from '../vocabulary';
import { foldedAt, tokenAt } from '../tokens';
import type { PersonMention } from './people';

/** "En Rabat", "to Lima": a place after all. */
const LEADS_TO_PLACE = wordSet(
  'en a de desde hacia hasta para al in to from at near of em no na do da des dans vers depuis',
);

/** A place named by one word, which may be somebody's surname. */
const isPlaceWord = (hit: ConceptHit): boolean => hit.to - hit.from === 1 && isOf(hit, Family.Country);

/** Last words of the names that the story gives in full, and where they stand. */
class Bearers {
  private readonly surnames = new Set<string>();

  constructor(private readonly people: readonly PersonMention[]) {
    for (const { name } of people)
      if (name.includes(' ')) this.surnames.add(fold(name.slice(name.lastIndexOf(' ') + 1)));
  }

  isNamesake(hit: ConceptHit, { index, tokens }: AnalysedSentence): boolean {
    if (!isPlaceWord(hit)) return false;
    for (const { sentence, from, to } of this.people)
      if (sentence === index && to - from > 1 && from <= hit.from && hit.to <= to) return true;
    return (
      this.surnames.has(foldedAt(tokens, hit.from)) && !LEADS_TO_PLACE.has(tokenAt(tokens, hit.from - 1))
    );
  }

  /** Whether a sentence names a place that is none. */
  areIn(sentence: AnalysedSentence): boolean {
    for (const hit of sentence.hits) if (this.isNamesake(hit, sentence)) return true;
    return false;
  }
}

/** The story without places that are surnames of its people: minister Fernando Rabat is from no city in Morocco. */
export function withoutNamesakes(analysed: Analysed, people: readonly PersonMention[]): Analysed {
  const bearers = new Bearers(people);
  if (!analysed.sentences.some((sentence) => bearers.areIn(sentence))) return analysed;
  const sentences = analysed.sentences.map((sentence) => ({
    ...sentence,
    hits: sentence.hits.filter((hit) => !bearers.isNamesake(hit, sentence)),
  }));
  return { ...analysed, sentences };
}
