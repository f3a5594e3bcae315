import { isOf } from '../analysed';
import { Family } from '../concepts';
import { setOf } from '../set-of';
import { wordSet } from '../vocabulary';
import { tokenAt } from '../tokens';
import { JOINS, LEADS } from './company';
import type { PersonMention } from './people';
import type { Scene } from './scene';
import { stageOf, type Sides, type Stage } from './stage';

/** One naming of a person where it stands. */
export interface Naming {
  readonly person: PersonMention;
  readonly stage: Stage;
  /** Place among those whom the sentence names. */
  readonly nth: number;
  /** First token of the phrase that ends in the name: its office, side and article included. */
  readonly start: number;
  /** First token behind the name and what is added to it: a party in brackets, an apposition between commas. */
  readonly next: number;
}

/** Where each person is named, in order of first naming. */
export function namingsOf(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  texts: Readonly<Record<string, string>>,
  sides: Sides,
): Map<string, readonly Naming[]> {
  const bySentence = new Map<number, PersonMention[]>();
  for (const person of people) {
    const here = bySentence.get(person.sentence);
    if (here) here.push(person);
    else bySentence.set(person.sentence, [person]);
  }
  const stages = new Map<number, Stage>();
  for (const scene of scenes) {
    const { index, zone } = scene.sentence;
    const here = bySentence.get(index);
    if (here) stages.set(index, stageOf(scene, texts[zone] ?? '', here, sides));
  }
  const namings = new Map<string, Naming[]>();
  for (const person of people) {
    const stage = stages.get(person.sentence);
    if (stage === undefined) continue;
    const naming = {
      person,
      stage,
      nth: stage.here.indexOf(person),
      start: phraseStart(person, stage.scene),
      next: beyond(person, stage),
    };
    const known = namings.get(person.name);
    if (known) known.push(naming);
    else namings.set(person.name, [naming]);
  }
  return namings;
}

const TITLES = wordSet('el la los las le les o os as the l don dona sr sra mr mrs ms m mme dr dra');
const NOUN_PHRASE = 8;

/** First token of the phrase that ends in the name. */
export function phraseStart({ from }: PersonMention, { sentence: { tokens, hits } }: Scene): number {
  let start = from;
  while (start > 0 && from - start < NOUN_PHRASE) {
    const at = start - 1;
    const hit = hits.find(
      (each) =>
        each.from <= at &&
        at < each.to &&
        (isOf(each, Family.Office) || each.id === 'DEMONYM' || each.id === 'ACTOR.official'),
    );
    if (hit) start = hit.from;
    else if (TITLES.has(tokens[at])) start = at;
    else break;
  }
  return start;
}

const BRACKET = 6;
const APPOSED = 14;
const CLOSES = setOf(', » ” "');

/** First token behind the name and what is added to it. */
export function beyond({ to, span }: PersonMention, { scene, text }: Stage): number {
  const { tokens, end } = scene.sentence;
  const gap = (at: number): string =>
    text.slice(tokenAt(tokens, at - 1)?.end ?? end, tokens[at]?.start ?? end);
  let at = to;
  if (text[span.end + 1] === '(')
    while (at < tokens.length && !gap(at + 1).includes(')') && at - to < BRACKET) at++;
  if (at > to) at++;
  if (text[tokenAt(tokens, at - 1)?.end ?? end] !== ',') return at;
  for (let next = at + 1; next < tokens.length && next - at < APPOSED; next++)
    if (CLOSES.has(text[tokenAt(tokens, next - 1)?.end ?? end] ?? '')) return next;
  return at;
}

/** First and last of those who are named side by side with the person. */
export function chainOf({
  person,
  nth,
  stage: { here, joined },
}: Naming): readonly [PersonMention, PersonMention] {
  let [first, last] = [nth, nth];
  while (first > 0 && joined[first - 1]) first--;
  while (joined[last]) last++;
  return [here[first] ?? person, here[last] ?? person];
}

const LEADS_WITHIN = 70;
const JOINED_WITHIN = 90;

/** After the name: "…, who headed the mission". */
export const leads = ({ person, stage: { scene, text } }: Naming): boolean =>
  LEADS.mayStand(scene.sentence.tokens, person.to, person.span.end + LEADS_WITHIN) &&
  LEADS.isIn(text.slice(person.span.end, scene.sentence.end));

/** After the name: "… will join them". */
export const joins = ({ person: { to, span }, stage: { scene, text } }: Naming): boolean =>
  JOINS.mayStand(scene.sentence.tokens, to, span.end + JOINED_WITHIN) &&
  JOINS.isIn(text.slice(span.end, Math.min(scene.sentence.end, span.end + JOINED_WITHIN)));

/** Whether the words before the name rather tell of company ("accompanied by …") or of hosts ("received by …"). */
export function companyOf({ person: { span }, stage }: Naming): 'guest' | 'host' | null {
  const last = (places: readonly number[]): number => places.findLast((place) => place < span.start) ?? -1;
  const [joined, met] = [last(stage.company), last(stage.hosts)];
  return joined === met ? null : joined > met ? 'guest' : 'host';
}
