import type { AnalysedSentence } from '../analysed';

const OPEN_CLOSE = /«[^»]*(?:»|$)|“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu;

const NONE: readonly boolean[] = [];

/** Which tokens of a sentence stand inside quotation marks; `text` is the text of the sentence's zone. */
export function quotedTokens(sentence: AnalysedSentence, text: string): readonly boolean[] {
  const piece = text.slice(sentence.start, sentence.end);
  if (!/["“«”»]/.test(piece)) return NONE;
  const stretches = [...piece.matchAll(OPEN_CLOSE)].map(({ 0: quote, index }) => ({
    start: sentence.start + index,
    end: sentence.start + index + quote.length,
    // A quoted word or two is a name or an irony, not speech.
    words: quote.split(/\s+/).length,
  }));
  return sentence.tokens.map((token) =>
    stretches.some(({ start, end, words }) => words > 3 && start <= token.start && token.end <= end),
  );
}
