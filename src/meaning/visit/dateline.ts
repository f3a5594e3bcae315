import type { AnalysedSentence } from '../analysed';

/** "SAN SALVADOR, El Salvador (AP) —", "Quito, 29 nov (EFE).-", "Madrid. ": where the story was filed. */
const DATELINE =
  /^\s*(?:[\p{L}\p{M}.'’-]+,?\s+){0,7}?[\p{L}\p{M}.'’)-]*,?\s*(?:\d{1,2}\s+\p{L}+\.?\s*)?(?:\([^)]{2,20}\)\s*)?(?:—|–|--|\.-|\.—|\s-\s)/u;
/** What a dateline ends in: a quick look spares most sentences the pattern. */
const DASH = /[—–]|--|\.-|\s-\s/;
const PLACE_ONLY = /^[\p{Lu}][\p{L}\p{M}\s,'’-]{2,40}\.\s*$/u;

/**
 * How many tokens of a sentence are the dateline it opens with. A filing place is as often the visitors' capital as
 * the place of the visit: it says nothing of either.
 */
export function datelineTokens(sentence: AnalysedSentence, text: string): number {
  if (sentence.zone === 'title' || sentence.position > 0) return 0;
  const piece = text.slice(sentence.start, sentence.end);
  if (sentence.tokens.length <= 5 && PLACE_ONLY.test(piece)) return sentence.tokens.length;
  const head = piece.slice(0, 90);
  const match = DASH.test(head) ? DATELINE.exec(head) : null;
  if (match === null) return 0;
  const end = sentence.start + match[0].length;
  const tokens = sentence.tokens.filter((token) => token.end <= end);
  const capitalised = tokens.filter((token) => /^[\p{Lu}\d]/u.test(token.text)).length;
  return tokens.length <= 10 && capitalised * 2 >= tokens.length ? tokens.length : 0;
}
