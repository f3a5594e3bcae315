import { hitSpan, type AnalysedSentence, type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { tokenAt } from '../tokens';
import type { NameRun } from './name-runs';
import { roleOfOne } from './role-text';

interface InSentence {
  readonly sentence: AnalysedSentence;
}

const OFFICE_REACH = 10;
const APPOSITION =
  /^\s*[,(—–-]\s*(?:(?:el|la|o|a|le|the|then|l['’]|sr\.?|sra\.?|dr\.?|dra\.?|don|doña|its|su|sus|un|una|um|uma)\s+){0,2}/iu;
/** Words that may stand between an office and the name of its holder. */
const BETWEEN = new Set(
  (
    'a o as os de del la las el los da do das dos d du des le les l of for the electo electa elect eleito eleita elu elue y e et ' +
    'and designado designada designate interino interina acting democrata democrate republicano republicana republicain ' +
    'democratic republican por general adjunto adjunta nacional federal publica s sr sra dr dra don dona mr ms mrs m mme ' +
    'estado state argentino entrante saliente ultraderechista conservador conservadora izquierdista liberal ' +
    'socialista derechista actual en funciones ejecutivo ejecutiva r ret retirado sus su lord lady baroness sir dame teniente coronel capitan lic ing'
  ).split(' '),
);
const STRANGERS = 2;
const AFTER_NAME = 2;

/** True when only titles, sides and a stray adjective stand between the office and the name. */
function belongs(sentence: AnalysedSentence, office: ConceptHit, name: number): boolean {
  let strangers = 0;
  let named = false;
  for (let at = office.to; at < name; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || BETWEEN.has(token.folded)) continue;
    const covered = sentence.hits.some(
      (hit) => hit.from <= at && at < hit.to && hit.id !== 'PERSON' && !isOf(hit, Family.Act),
    );
    if (sentence.hits.some((hit) => isOf(hit, Family.Act) && hit.from <= at && at < hit.to)) return false;
    // "Premier Otero says Arce will travel": the office is another's.
    if (/^\p{Lu}/u.test(token.text)) named ||= !covered;
    else if (named && !covered && name - at < AFTER_NAME) return false;
    if (covered || /^\p{Lu}/u.test(token.text)) continue;
    if (token.folded.length < 4 || ++strangers > STRANGERS) return false;
  }
  return true;
}

/** The office that belongs to a name: just before it ("ministro de Justicia de Perú, Eduardo Arana") or after it. */
export function officeOf(found: NameRun & InSentence, text: string): ConceptHit | null {
  const { sentence, from, to } = found;
  if (!sentence.concepts.speaksOf(Family.Office)) return null;
  const offices = sentence.hits.filter((hit) => isOf(hit, Family.Office));
  const slice = (left: number, right: number): string =>
    text.slice(tokenAt(sentence.tokens, left - 1)?.end ?? 0, sentence.tokens[right]?.start ?? 0);
  const comma = /,\s*$/u.test(slice(from - 1, from));
  const reach = comma ? OFFICE_REACH * 2 : OFFICE_REACH;
  const before = offices.findLast((hit) => hit.to <= from && from - hit.to <= reach);
  if (
    before &&
    !/[;:.](?!\p{L})|\bque\b/u.test(slice(before.to, from).replace(/\.(?= ?\p{Lu})/gu, '')) &&
    belongs(sentence, before, from) &&
    !hasNameBetween(sentence, before.to, from)
  )
    return before;
  const first = offices.find((hit) => hit.from >= to && hit.from - to <= 6);
  // "an Irish law professor and the UN special rapporteur": the public office counts.
  if (first?.id === 'OFFICE.private' && APPOSITION.test(slice(to, first.from))) {
    const second = offices.find((hit) => hit.from > first.to && hit.from - first.to <= 6);
    if (second && /^\s(?:y|e|et|and)\s/u.test(slice(first.to, second.from))) return second;
  }
  if (first && APPOSITION.test(slice(to, first.from)) && slice(to, first.from).length < 40) return first;
  return null;
}

/** True when another person's name stands between: the office is that person's. */
const hasNameBetween = (sentence: AnalysedSentence, from: number, to: number): boolean =>
  sentence.hits.some((hit) => hit.id === 'PERSON' && hit.from >= from && hit.to <= to);

/**
 * The office in the words of the story, for one person: of "los ministros de Defensa, X, y del Interior, Y" the second
 * is "ministro del Interior".
 */
export function roleText(hit: ConceptHit, { sentence, from }: NameRun & InSentence, text: string): string {
  const span = hitSpan(sentence, hit);
  const role = roleOfOne(text.slice(span.start, span.end));
  const between = hit.to <= from ? text.slice(span.end, sentence.tokens[from]?.start) : '';
  const second = SECOND_PORTFOLIO.exec(between)?.[1];
  return second === undefined ? role : `${role.split(' ')[0] ?? ''} ${second}`;
}
const SECOND_PORTFOLIO =
  /^,?\s*\p{Lu}.*?,?\s(?:y|e|et|and)\s(?:(?:el|la|o|a|le|the one)\s)?((?:del|de la|de l['’]|de|da|do|du|of the|of)\s?\p{Lu}[^,()]{2,60}),\s*$/u;
