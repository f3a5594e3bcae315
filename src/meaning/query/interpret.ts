import type { ConceptHit } from '../analysed';
import { findNames } from '../gazetteer/find-names';
import { facilityById } from '../gazetteer/facilities';
import { LANGUAGES, type Language } from '../reading';
import { prisonLexicon } from '../lexicon/prison-lexicon';
import { type Token, tokenize } from '../tokens';
import { readMeanings } from './meanings';
import type { Term } from './query';
import { FUNCTION_WORDS, stem } from './stem';

const covered = (hits: readonly ConceptHit[]) => new Set(hits.flatMap(({ from, to }) => range(from, to)));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** Concepts in the language that knows most of the words; a query is too short to identify its language otherwise. */
function concepts(tokens: readonly Token[]): ConceptHit[] {
  const found = LANGUAGES.map((lang: Language) => prisonLexicon.find(tokens, lang));
  return found.reduce((best, hits) => (covered(hits).size > covered(best).size ? hits : best));
}

/** Names in any language; "El Salvador mega-prison" is a name only in English word order. */
function namesIn(tokens: readonly Token[]): ConceptHit[] {
  const names = findNames(tokens, 'other').filter(({ id }) => !id.startsWith('OUTLET'));
  const english = findNames(tokens, 'en').filter(({ id }) => id === 'FACILITY');
  const isNew = (hit: ConceptHit) => !names.some((other) => other.id === hit.id && other.value === hit.value);
  return [...names, ...english.filter(isNew)];
}

const inside = (a: ConceptHit, b: ConceptHit) =>
  a !== b && b.from <= a.from && a.to <= b.to && b.to - b.from > a.to - a.from;

/** Reads a run of plain words: known ones become kinds, slots and concepts, the others plain words. */
export function interpretWords(text: string): { terms: Term[]; unknown: string[] } {
  const tokens = tokenize(text);
  const names = namesIn(tokens);
  // What a text is not about is no condition: such words are looked for as they stand.
  const all = [...concepts(tokens).filter(({ id }) => !id.startsWith('NEG.')), ...names];
  // A name swallows the words in it: "La Modelo" holds no model, "Santa Cruz" no saint.
  const hits = all.filter(
    (hit) => !names.some((name) => /^(FACILITY|COUNTRY|PERSON|ORG)$/.test(name.id) && inside(hit, name)),
  );
  const { terms, used } = readMeanings({ text, tokens, hits });
  const known = covered(used);
  const words = tokens.filter((token, i) => !known.has(i) && !FUNCTION_WORDS.has(token.folded));
  const unknown = words.map((token) => token.text);
  const plain = words.map((token): Term => ({ type: 'word', stem: stem(token.text), text: token.text }));
  return { terms: dropImplied([...terms, ...plain]), unknown };
}

/** A host that the facility implies says nothing more. */
function dropImplied(terms: readonly Term[]): Term[] {
  const countries = new Set(
    terms.flatMap((term) => (term.type === 'facility' ? [facilityById(term.id)?.country] : [])),
  );
  return terms.filter(
    (term) => !((term.type === 'host' || term.type === 'country') && countries.has(term.party)),
  );
}
