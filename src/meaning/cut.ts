import { splitSentences } from './sentences';
import type { StoryText, Zone } from './reading';
import { tokenize, type Token } from './tokens';

/** A sentence of a story before anything was looked up in it. */
export interface CutSentence {
  readonly zone: Zone;
  readonly index: number;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

const ZONES: readonly Zone[] = ['title', 'summary', 'body'];

/** Cuts the zones of a story into its first sentences with tokens, in reading order; a zone without words gives none. */
export function cutStory(story: StoryText, most = Infinity): CutSentence[] {
  const sentences: CutSentence[] = [];
  for (const zone of ZONES) {
    const text = story[zone];
    let position = 0;
    for (const { start, end } of splitSentences(text)) {
      const tokens = tokenize(text, start, end);
      if (tokens.length === 0) continue;
      if (sentences.length === most) return sentences;
      sentences.push({ zone, index: sentences.length, position: position++, start, end, tokens });
    }
  }
  return sentences;
}
