import { isOf } from '../analysed';
import { Family } from '../concepts';
import { daysBetween, isDay, weekdayOf } from '../dates/calendar';
import type { DateMention } from '../dates/date-mention';
import { resolveDate } from '../dates/resolve-date';
import { hashOf } from '../hash';
import { bucketOf, partOf } from '../model/buckets';
import { stemOf } from '../model/model-features';
import { type Cue, GRAVE } from './cues';
import { type Token, tokenAt } from '../tokens';
import { WordNumbers } from '../vocabulary';
import { belongsElsewhere, distance, isStatement } from './date';
import { isFirstTo } from './first-to';
import { moodOf, type Mood } from './mood';
import type { Act } from './acts';
import { placeOf, type Place, type Scene } from './scene';
import type { Tense } from './tense';

/** 2^13 weights for each status. */
export const STATUS_BITS = 13;

/** Takes a feature of the story: its bucket, how much it counts there, and the tokens [from, to) it stands in. */
export type StatusTaker = (bucket: number, value: number, scene: Scene, from: number, to: number) => void;

/** What comes late no longer tells the news. */
type NewsPlace = Exclude<Place, 'late'>;
const VALUE: Readonly<Record<NewsPlace, number>> = { title: 1, lead: 0.6, body: 0.3 };
/** A word as such counts for this share of a wording that is known. */
const WORD = 0.3;
/** What features are about: their parts that are no words of the story. */
const enum Part {
  Told = 1,
  Quoted,
  InVain,
  Mood,
  Concept,
  Stem,
  Form,
  Ending,
  Coming,
  Dated,
  Ahead,
  Past,
  Today,
  Lead,
}
const PLACE: Readonly<Record<NewsPlace, number>> = {
  title: partOf('title'),
  lead: partOf('lead'),
  body: partOf('body'),
};
/** The buckets of a word: what it means, how it is inflected. */
const STEMS = new WordNumbers(({ folded }) => bucketOf(STATUS_BITS, Part.Stem, hashOf(stemOf(folded))));
const FORMS = new WordNumbers(({ folded }) => bucketOf(STATUS_BITS, Part.Form, hashOf(folded)));
/** Tenses show in the ends of verbs, also of those in no lexicon: "-ará", "-ió", "-ing". */
const ENDING = 3;
const LEAST_LETTERS = 5;
const ENDINGS = new WordNumbers(({ text }) =>
  text.length < LEAST_LETTERS || /\d/.test(text)
    ? undefined
    : bucketOf(STATUS_BITS, Part.Ending, hashOf(text.slice(-ENDING).toLowerCase())),
);
/** Tokens between a date and the act it dates. */
const DATE_REACH = 8;
/** A date further off than this, in days, is another matter. */
const CLOSE = 45;

/** Which way a date lies from the day of publication; 0 when it cannot be told without the tense. */
function wayOf({ expression }: DateMention, published: string): number {
  if (expression.type === 'days' || expression.type === 'months') return Math.sign(expression.offset);
  if (expression.way !== 'none') return expression.way === 'past' ? -1 : 1;
  if (expression.type === 'weekday' || expression.day === null) return 0;
  const date = resolveDate(expression, published, 'none')?.date;
  if (date === undefined || !isDay(date) || !isDay(published)) return 0;
  const gap = daysBetween(published, date);
  return Math.abs(gap) > CLOSE ? 0 : Math.sign(gap);
}

/**
 * How many days ahead of publication a day is named by its weekday alone (0 to 6, those that are neither today nor
 * beside it alike), or by words such as "tomorrow".
 */
function weekOf({ expression }: DateMention, published: string): number | null {
  if (expression.type === 'days') return Math.abs(expression.offset) < 7 ? 16 + expression.offset : null;
  if (expression.type !== 'weekday' || !isDay(published)) return null;
  const days = (expression.weekday - weekdayOf(published) + 7) % 7;
  const ahead = days > 1 && days < 6 ? 3 : days;
  return ahead + (expression.way === 'none' ? 1 : expression.way === 'past' ? 24 : 32);
}

const VAIN_REACH = 8;

/** "Ne se rendra pas": no plan. */
const isRefused = ({ cues }: Scene, { from, to }: Cue): boolean =>
  cues.some((cue) => GRAVE.has(cue.name) && cue.from <= from && to <= cue.to);

/** "The first investigator to visit the prison" was there. */
const tenseIn = (scene: Scene, { from, to, tense }: Act): Tense =>
  tense === 'infinitive' && isFirstTo(scene, { name: 'planned', from: from - 1, to }) ? 'past' : tense;

/** What one sentence tells, each thing for the story and for its place in it. */
class Telling {
  private readonly spot: number;
  private readonly value: number;
  private readonly moods: readonly Mood[];
  /** Where words that call the visit off, and acts that are told not to happen, end. */
  private readonly refusals: number[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly place: NewsPlace,
    private readonly take: StatusTaker,
  ) {
    this.spot = PLACE[place];
    this.value = VALUE[place];
    this.moods = scene.acts.map((act) => moodOf(scene, act));
    for (const { name, to } of scene.cues) if (GRAVE.has(name)) this.refusals.push(to);
    scene.acts.forEach(({ to }, nth) => {
      if (this.moods[nth] === 'negated') this.refusals.push(to);
    });
  }

  private emit(from: number, to: number, a: number, b: number, c = 0): void {
    this.take(bucketOf(STATUS_BITS, a, b, c), this.value, this.scene, from, to);
    this.take(bucketOf(STATUS_BITS, a, b, c, this.spot), 1, this.scene, from, to);
  }

  private teller(at: number): Part {
    if (this.scene.quoted[at]) return Part.Quoted;
    // "Will not fly to El Salvador to inspect the prison": what follows a refusal is no plan of its own.
    for (const to of this.refusals) if (to <= at && at - to <= VAIN_REACH) return Part.InVain;
    return Part.Told;
  }

  acts(): void {
    this.scene.acts.forEach((act, nth) => {
      const { from, to } = act;
      const mood = this.moods[nth] ?? null;
      const manner = partOf(tenseIn(this.scene, act)) ^ (mood === null ? 0 : partOf(mood));
      const teller = this.teller(from);
      if (mood !== null) this.emit(from, to, teller, Part.Mood, partOf(mood));
      this.emit(from, to, teller, manner);
      this.emit(from, to, teller, manner, partOf(act.id));
    });
  }

  wordings(): void {
    const { scene } = this;
    for (const cue of scene.cues)
      if (!(cue.name === 'planned' && (isFirstTo(scene, cue) || isRefused(scene, cue))))
        this.emit(cue.from, cue.to, this.teller(cue.from), partOf(cue.name));
    for (const hit of scene.sentence.hits)
      if (isOf(hit, Family.Act | Family.Status)) this.emit(hit.from, hit.to, Part.Concept, partOf(hit.id));
  }

  words(): void {
    const { tokens, position } = this.scene.sentence;
    if (this.place === 'body' && position !== 2) return;
    const value = this.value * WORD;
    for (let at = this.scene.dateline; at < tokens.length; at++)
      if (!this.scene.quoted[at]) this.word(tokens[at] as Token, at, value);
  }

  private word(token: Token, at: number, value: number): void {
    this.take(STEMS.of(token), value, this.scene, at, at + 1);
    this.take(FORMS.of(token), value, this.scene, at, at + 1);
    // Names have no tense.
    const ending = token.capital && at > 0 && this.place !== 'title' ? -1 : ENDINGS.of(token);
    if (ending >= 0) this.take(ending, value, this.scene, at, at + 1);
  }

  dates(published: string): void {
    const { scene } = this;
    for (const mention of scene.dates) {
      this.day(mention, published);
      let act: Act | undefined;
      let gap = Infinity;
      for (const each of scene.open) {
        const distant = distance(mention, each);
        if (distant < gap) [act, gap] = [each, distant];
      }
      const way = gap > DATE_REACH ? 0 : wayOf(mention, published);
      if (way === 0 || belongsElsewhere(scene, mention, gap) || isStatement(scene, mention)) continue;
      const dated = way > 0 ? Part.Ahead : Part.Past;
      this.emit(mention.from, mention.to, Part.Dated, dated);
      this.emit(mention.from, mention.to, Part.Dated, dated, partOf(act?.tense ?? ''));
    }
  }

  /** A day of this week, whatever is done on it: "hoy", "hasta el viernes". Of headlines too few name one to tell apart. */
  private day(mention: DateMention, published: string): void {
    const { from, to } = mention;
    const day = weekOf(mention, published);
    if (day === null) return;
    const before = tokenAt(this.scene.sentence.tokens, from - 1);
    this.take(bucketOf(STATUS_BITS, Part.Today, day), this.value, this.scene, from, to);
    if (before === undefined) return;
    this.take(bucketOf(STATUS_BITS, Part.Lead, day, STEMS.of(before)), this.value, this.scene, from, to);
  }

  coming(): void {
    const { coming } = this.scene;
    if (coming) this.emit(coming.from, coming.to, Part.Coming, 0);
  }
}

/**
 * What tells how far a visit has come: the words of the head, acts by tense and mood, wordings of plan, refusal and end,
 * dates to come and gone; each for the story and for its place in it. What is said inside quotation marks is another feature than what
 * the story tells.
 */
export function emitStatusFeatures(
  scenes: readonly Scene[],
  published: string | null,
  take: StatusTaker,
): void {
  for (const scene of scenes) {
    const place = placeOf(scene.sentence);
    if (place === 'late') continue;
    const telling = new Telling(scene, place, take);
    telling.acts();
    telling.wordings();
    telling.words();
    telling.coming();
    if (published !== null) telling.dates(published);
  }
}
