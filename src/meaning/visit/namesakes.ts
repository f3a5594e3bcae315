import type { Analysed, AnalysedSentence, ConceptHit } from '../analysed';
import { Family, isOf } from '../concepts';
import { fold } from '../fold';
import { wordSet } from '../vocabulary';
import type { PersonMention } from './people';

/** "En Rabat", "to Lima": a place after all. */
const LEADS_TO_PLACE = wordSet(
  'en a de desde hacia hasta para al in to from at near of em no na do da des dans vers depuis',
);

/** A place named by one word, which may be somebody's surname. */
const isPlaceWord = (hit: ConceptHit): boolean =>
  hit.to - hit.from === 1 && isOf(hit, Family.Country);

/** Last words of the names that the story gives in full, and where they stand. */
interface Bearers {
  readonly surnames: ReadonlySet<string>;
  readonly people: readonly PersonMention[];
}

const isNamesake = (
  hit: ConceptHit,
  { index, tokens }: AnalysedSentence,
  { surnames, people }: Bearers,
): boolean =>
  isPlaceWord(hit) &&
  (people.some(
    ({ sentence, from, to }) => sentence === index && to - from > 1 && from <= hit.from && hit.to <= to,
  ) ||
    (surnames.has(tokens[hit.from]?.folded ?? '') && !LEADS_TO_PLACE.has(tokens[hit.from - 1])));

/** The story without places that are surnames of its people: minister Fernando Rabat is from no city in Morocco. */
export function withoutNamesakes(analysed: Analysed, people: readonly PersonMention[]): Analysed {
  const surnames = new Set<string>();
  for (const { name } of people)
    if (name.includes(' ')) surnames.add(fold(name.slice(name.lastIndexOf(' ') + 1)));
  const bearers = { surnames, people };
  let found = false;
  const sentences = analysed.sentences.map((sentence) => {
    const hits = sentence.hits.filter((hit) => !isNamesake(hit, sentence, bearers));
    if (hits.length === sentence.hits.length) return sentence;
    found = true;
    return { ...sentence, hits };
  });
  return found ? { ...analysed, sentences } : analysed;
}
