import { type AnalysedSentence, type ConceptHit, isOf } from '../analysed';
import { ConceptTest, Family } from '../concepts';
import { foldedAt, type Token, tokenAt } from '../tokens';
import type { PersonMention } from './people';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.visit.sideBySide;

const AND = new Set('y e and et'.split(' '));
const WITH = new Set('with con com avec junto'.split(' '));
/** Words that belong to an office or its place in a list, and not to a further clause. */
const LIGHT = setOf(LISTS.light);
const IS_OFFICE = /^(?:OFFICE|COUNTRY|DEMONYM|AGENCY|ORG|ACTOR|PRISON|RIGHTS|MODEL|DELEGATION)/;
const OFFICE = new ConceptTest((id) => IS_OFFICE.test(id));
const STRANGERS = 2;
const LONGEST = 18;

const covers = (hit: ConceptHit, at: number): boolean => hit.from <= at && at < hit.to;

/**
 * True when two names in a row are one subject: "Volney, Commissioner of Prisons John Rougier and three officials",
 * "Juan Méndez, the special rapporteur on torture, and Christof Heyns". Only offices, light words and parties in brackets
 * stand between. `next` is the person named after them: three names in a row are a list.
 */
export function sideBySide(
  left: PersonMention,
  right: PersonMention,
  { tokens, hits }: AnalysedSentence,
  text: string,
  next?: PersonMention,
): boolean {
  if (right.from - left.to > LONGEST) return false;
  const hasBrackets = text.lastIndexOf('(', tokenAt(tokens, tokens.length - 1)?.start) >= 0;
  const bracketed = (at: number): boolean => {
    if (!hasBrackets) return false;
    const { start } = tokens[at] as Token;
    return text.lastIndexOf('(', start) > text.lastIndexOf(')', start);
  };
  let after = right.to;
  while (after < tokens.length && bracketed(after)) after++;
  let joined = (AND.has(foldedAt(tokens, after)) || next?.from === after) && right.from > left.to;
  let strangers = 0;
  for (let at = left.to; at < right.from; at++) {
    const word = foldedAt(tokens, at);
    if (bracketed(at)) continue;
    if (AND.has(word) || WITH.has(word)) joined = true;
    else if (hits.some((hit) => isOf(hit, Family.Act) && covers(hit, at))) return false;
    else if (!LIGHT.has(word) && !hits.some((hit) => OFFICE.has(hit.concept) && covers(hit, at))) {
      // "Ortega accused the president and …": a verb follows the first name.
      if (at === left.to && (tokens[at]?.start ?? 0) - left.span.end === 1) return false;
      strangers++;
    }
  }
  return joined && strangers <= STRANGERS;
}
