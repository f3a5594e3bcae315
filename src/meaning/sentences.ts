import { codesOf } from './codes';
import { pattern } from './pattern';

/** A sentence as a stretch [start, end) of the text it was cut from, in UTF-16 units. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** Words before a full stop that does not end a sentence, in the four languages. Single letters count as well. */
const ABBREVIATIONS = new Set(
  (
    'sr sra srta srs sres dr dra drs dres lic ing arq prof profa mag gral gen cnel col cap capt tte lt sgt cmdr adm ' +
    'mr mrs ms jr hon rev sen sens rep reps gov atty supt insp mons mgr pbro fr st sta sto ste ste mt ft ' +
    'dip dep deps min art arts núm num nº no vs etc ej pág pag aprox av avda ap apdo cf fig vol ed eds cía cia inc ' +
    'ltd ltda co corp jan feb mar apr jun jul aug sept sep oct nov dec ene abr ago dic fev set out dez janv févr avr ' +
    'juil déc mlle mme mm me ee uu ss rr ff aa ph d.c'
  ).split(' '),
);

const END = /[.!?…]+["'”’»)\]]*(?=\s+["'“‘«([¿¡—–-]*[\p{Lu}\p{N}]|\s*$)|\n+/uy;
/** One capital, or several with dots between them. */
const capitals = pattern('^(?:\\p{Lu}\\.)*\\p{Lu}$', 'u');
/** What begins an end; a text is searched for these faster than for the whole pattern. */
const LINE_BREAK = 10;
const EXCLAMATION = 33;
const FULL_STOP = 46;
const QUESTION = 63;
const ELLIPSIS = 0x2026;

const mayEnd = (code: number): boolean =>
  code <= QUESTION
    ? code === FULL_STOP || code === LINE_BREAK || code === QUESTION || code === EXCLAMATION
    : code === ELLIPSIS;
const LAST_WORD = /[\p{L}\p{M}.]+$/u;

/** More letters than any abbreviation has. */
const LONG = 6;
const SMALL_A = 97;
const SMALL_Z = 122;

/** True when the last letters before `stop` make a longer word than any abbreviation. */
function isLongWord(codes: Uint16Array, stop: number): boolean {
  if (stop < LONG) return false;
  for (let at = stop - LONG; at < stop; at++)
    if ((codes[at] as number) < SMALL_A || (codes[at] as number) > SMALL_Z) return false;
  return true;
}

const isAbbreviation = (text: string, codes: Uint16Array, start: number, stop: number): boolean => {
  if (text[stop] !== '.' || text[stop + 1] === '.' || isLongWord(codes, stop)) return false;
  const word = LAST_WORD.exec(text.slice(Math.max(start, stop - 12), stop))?.[0];
  if (word === undefined) return false;
  if ((word.length <= 2 || word.includes('.')) && capitals().test(word)) return true;
  return ABBREVIATIONS.has(word.toLowerCase());
};

/**
 * Cuts plain text into sentences. A line break always ends one; a full stop does not after abbreviations (Sr., Dr.,
 * Sen.), initials (J. Pérez) and dotted capitals (U.S., EE. UU.), unless a line ends there.
 */
export function splitSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end;
  };
  const codes = codesOf(text);
  for (let at = 0; at < text.length; at++) {
    const code = codes[at] as number;
    if (!mayEnd(code)) continue;
    END.lastIndex = at;
    if (!END.test(text)) continue;
    if (code === LINE_BREAK || !isAbbreviation(text, codes, start, at)) push(END.lastIndex);
    at = END.lastIndex - 1;
  }
  push(text.length);
  return spans;
}
