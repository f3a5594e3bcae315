import { tokenize } from '../tokens';
import type { Term } from './query';

export const phraseTerm = (text: string): Extract<Term, { type: 'phrase' }> => ({
  type: 'phrase',
  words: tokenize(text).map((token) => token.folded),
  text,
});
