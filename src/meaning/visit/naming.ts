import type { PersonMention } from './people';
import type { Scene } from './scene';
import { JOINS, LEADS, WITH_HOST, WITH_VISITOR } from './company';
import { sideBySide } from './side-by-side';
import type { Wording } from './wording';

/** One naming of a person where it stands. */
export interface Naming {
  readonly person: PersonMention;
  readonly scene: Scene;
  /** Text of the zone. */
  readonly text: string;
  /** Others named in the sentence, and the person, in order. */
  readonly here: readonly PersonMention[];
}

const BRACKET = 6;
const APPOSED = 14;

/** First token behind the name and what is added to it: a party in brackets, an apposition between commas. */
export function beyond(
  { to }: PersonMention,
  { sentence: { tokens, start, end } }: Scene,
  text: string,
): number {
  const gap = (at: number): string => text.slice(tokens[at - 1]?.end ?? start, tokens[at]?.start ?? end);
  let at = to;
  if (gap(at).includes('('))
    while (at < tokens.length && !gap(at + 1).includes(')') && at - to < BRACKET) at++;
  if (at > to) at++;
  if (!gap(at).startsWith(',')) return at;
  for (let next = at + 1; next < tokens.length && next - at < APPOSED; next++)
    if (/^[,»”"]/u.test(gap(next))) return next;
  return at;
}

/** First and last of those who are named side by side with the person. */
export function chainOf({ person, scene, text, here }: Naming): readonly [PersonMention, PersonMention] {
  const joined = (left: number): boolean => {
    const [a, b] = [here[left], here[left + 1]];
    return a !== undefined && b !== undefined && sideBySide(a, b, scene.sentence, text, here[left + 2]);
  };
  let first = here.indexOf(person);
  let last = first;
  while (joined(first - 1)) first--;
  while (joined(last)) last++;
  return [here[first] ?? person, here[last] ?? person];
}

const JOINED_WITHIN = 90;

/** After the name: "…, who headed the mission". */
export const leads = ({ person, scene: { sentence }, text }: Naming): boolean =>
  LEADS.test(text.slice(person.span.end, sentence.end));

/** After the name: "… will join them". */
export const joins = ({ person: { to, span }, scene: { sentence }, text }: Naming): boolean =>
  JOINS.mayStand(sentence.tokens, to, span.end + JOINED_WITHIN) &&
  JOINS.isIn(text.slice(span.end, Math.min(sentence.end, span.end + JOINED_WITHIN)));

/** Whether the words before the name rather tell of company ("accompanied by …") or of hosts ("received by …"). */
export function companyOf({ person: { span }, scene: { sentence }, text }: Naming): 'guest' | 'host' | null {
  const last = (wording: Wording): number =>
    wording.mayStand(sentence.tokens, 0, span.start)
      ? wording.lastIn(text.slice(sentence.start, span.start))
      : -1;
  const [joined, met] = [last(WITH_VISITOR), last(WITH_HOST)];
  return joined === met ? null : joined > met ? 'guest' : 'host';
}
