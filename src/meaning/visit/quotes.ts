import type { AnalysedSentence } from '../analysed';

const OPEN_CLOSE = /«[^»]*(?:»|$)|“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu;

/** Four words or more. */
const SPEECH = /\s\S+\s+\S+\s/u;
const NONE: readonly boolean[] = [];

/** Which tokens of a sentence stand inside quotation marks; `text` is the text of the sentence's zone. */
export function quotedTokens(sentence: AnalysedSentence, text: string): readonly boolean[] {
  const piece = text.slice(sentence.start, sentence.end);
  if (!/["“«”»]/.test(piece)) return NONE;
  let speech: boolean[] | undefined;
  for (const { 0: quote, index } of piece.matchAll(OPEN_CLOSE)) {
    // A quoted word or two is a name or an irony, not speech.
    if (!SPEECH.test(quote)) continue;
    speech ??= sentence.tokens.map(() => false);
    const start = sentence.start + index;
    const end = start + quote.length;
    sentence.tokens.forEach((token, at) => {
      if (start <= token.start && token.end <= end) speech![at] = true;
    });
  }
  return speech ?? NONE;
}
