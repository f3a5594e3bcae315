import type { Analysed, AnalysedSentence } from './analysed';

const placeOf = ({ zone, position }: AnalysedSentence): string =>
  zone === 'title' ? 'T' : zone === 'summary' || position < 2 ? 'L' : position < 6 ? 'M' : 'E';

/** Concepts of a sentence, those that follow from names included, in a fixed order. */
const conceptsOf = (sentence: AnalysedSentence): string[] =>
  [...sentence.concepts].filter((id) => id !== 'PERSON' && !id.startsWith('IN.')).sort();

/**
 * What a trained model may look at: concepts by place (`T:PRISON.mega`), pairs of concepts inside one sentence of the
 * title or lead (`T:ACT.visit+PRISON.mega`) or later (`B:…`), and concepts of the whole story (`S:…`). Sorted, once
 * each, so that equal stories give equal features.
 */
export function features({ sentences }: Analysed): string[] {
  const found = new Set<string>();
  for (const sentence of sentences) {
    const place = placeOf(sentence);
    const pairs = place === 'T' || place === 'L' ? place : 'B';
    const ids = conceptsOf(sentence);
    ids.forEach((id, at) => {
      found.add(`S:${id}`).add(`${place}:${id}`);
      for (const other of ids.slice(at + 1)) found.add(`${pairs}:${id}+${other}`);
    });
  }
  return [...found].sort();
}
