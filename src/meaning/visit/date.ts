import { tokenSpan } from '../analysed';
import { ConceptTest } from '../concepts';
import type { DateMention, Direction } from '../dates/date-mention';
import { addDays, daysBetween, isDay, monthOf } from '../dates/calendar';
import { resolveDate, type ResolvedDate } from '../dates/resolve-date';
import type { Span, VisitStatus } from '../reading';
import type { CueName } from './cues';
import { GOING, ON_THE_SPOT, type Act } from './acts';
import type { Scene } from './scene';
import { setOf } from '../set-of';
import { listed } from '../word-lists';
import { foldedAt } from '../tokens';

const LISTS = listed.visit.date;

export interface VisitDate {
  readonly date: string | null;
  readonly endDate: string | null;
  readonly spans: readonly Span[];
}

const AHEAD: ReadonlySet<VisitStatus> = new Set(['announced', 'proposed', 'postponed']);
/** Tokens between a date and the act it dates. */
const REACH = 14;
/** A bare month dates only what stands close by. */
const MONTH_REACH = 6;
const MOVES: ReadonlySet<string> = new Set([
  'ACT.travel',
  'ACT.arrive',
  'ACT.meet',
  'ACT.presence',
  'ACT.study',
  'ACT.return',
]);

interface Range {
  readonly from: number;
  readonly to: number;
}

export const distance = (mention: DateMention, act: Range): number =>
  Math.max(0, mention.from - act.to, act.from - mention.to);

const directionOf = (act: Act | undefined, status: VisitStatus): Direction => {
  if (act?.tense === 'past') return 'past';
  if (act?.tense === 'future') return 'future';
  // What was called off lay ahead, or had begun.
  if (status === 'cancelled') return 'none';
  return AHEAD.has(status) ? 'future' : 'past';
};

/** Verbs of saying: the day beside them is that of the statement. */
const SAID = setOf(LISTS.said);
const SAID_REACH = 6;
const ELSEWHERE = new ConceptTest((id) => /^(?:TRANSFER|INCIDENT|RIGHTS\.death|REFORM\.open)/.test(id));

/** A day closer to a deportation, a riot or an opening than to the visit is theirs: "deportado el 15 de marzo". */
export const belongsElsewhere = (scene: Scene, mention: DateMention, gap: number): boolean =>
  scene.sentence.hits.some(
    (hit) =>
      ELSEWHERE.has(hit.concept) &&
      distance(mention, hit) < gap &&
      // "Tihar jail" is a place, though "to jail" is a verb.
      !scene.sentence.hits.some(
        (other) => PLACE.has(other.concept) && other.from <= hit.from && hit.to <= other.to,
      ),
  );
const PLACE = new ConceptTest((id) => /^(?:PRISON|FACILITY|INMATE|ACT)/.test(id));

const HAD = new Set('habia habian had avait avaient havia haviam tinha tinham'.split(' '));
const DONE = /(?:[ai]d[oa]s?|ed|é|ée|és|ées|u|is|it|to|cho|sto)$/;
const HAD_REACH = 5;

/** "El 1 de junio había asistido a la investidura": what had happened before, unless it is the visit itself. */
function isEarlier({ sentence: { tokens }, acts }: Scene, mention: DateMention, nearest?: Range): boolean {
  if (nearest && acts.some((act) => act === nearest && (ON_THE_SPOT.has(act.id) || act.id === 'ACT.travel')))
    return false;
  for (let at = Math.max(0, mention.from - HAD_REACH); at < mention.to + HAD_REACH; at++)
    if (HAD.has(foldedAt(tokens, at)) && DONE.test(tokens[at + 1]?.text ?? '')) return true;
  return false;
}

export const isStatement = (scene: Scene, mention: DateMention): boolean => {
  const { tokens } = scene.sentence;
  for (let at = mention.from - 1; at >= 0 && mention.from - at <= SAID_REACH; at--) {
    if (scene.acts.some((act) => act.from <= at && at < act.to && act.tense !== 'noun')) return false;
    if (SAID.has(foldedAt(tokens, at))) return true;
  }
  return false;
};

interface Candidate {
  readonly points: number;
  readonly resolved: ResolvedDate;
  readonly span: Span;
}

/** Precision of what was said: a day beats a month. */
const precision = (date: string): number => (isDay(date) ? 0.4 : 0);

const DATED: ReadonlySet<CueName> = new Set(['denied', 'cancelled', 'postponed', 'underway']);

/** What a date may be of: the nearest of acts, what is to come, and words that call the visit off or tell that it goes on. */
function nearestOf(scene: Scene, mention: DateMention, status: VisitStatus): Range | undefined {
  let nearest: Range | undefined;
  let least = Infinity;
  const look = (each: Range): void => {
    const gap = distance(mention, each);
    if (gap < least) [nearest, least] = [each, gap];
  };
  scene.open.forEach(look);
  if (AHEAD.has(status) && scene.coming) look(scene.coming);
  for (const cue of scene.cues) if (DATED.has(cue.name)) look(cue);
  return nearest;
}

const worthOf = (nearest: Range | undefined, act: Act | undefined): number => {
  if (nearest === undefined) return 0.3;
  if (act === undefined || ON_THE_SPOT.has(act.id)) return 1;
  return MOVES.has(act.id) ? 0.8 : 0.5;
};

function candidate(
  scene: Scene,
  mention: DateMention,
  published: string | null,
  status: VisitStatus,
): Candidate | null {
  const { expression } = mention;
  const nearest = nearestOf(scene, mention, status);
  const gap = nearest === undefined ? REACH : distance(mention, nearest);
  if (gap > REACH || (expression.type === 'date' && expression.day === null && gap > MONTH_REACH))
    return null;
  if (belongsElsewhere(scene, mention, gap) || isEarlier(scene, mention, nearest)) return null;
  if (isStatement(scene, mention)) return null;
  const act = scene.open.find((each) => each === nearest);
  const resolved = resolveDate(expression, published, directionOf(act, status));
  if (resolved === null) return null;
  const named = expression.type === 'date' && expression.month !== null && gap <= MONTH_REACH;
  const dated = named && act !== undefined && GOING.has(act.id) && isLead(scene) && saysYear(mention);
  if (!plausible(resolved.date, published, status, dated ? YEARS : named ? MONTHS : WEEKS)) return null;
  return {
    points: scene.weight * (worthOf(nearest, act) + precision(resolved.date) - gap / 30),
    resolved,
    span: tokenSpan(scene.sentence, mention.from, mention.to),
  };
}

/** Days back that a date is believed: alone, with its month, with its year beside the act of going. */
const WEEKS = 75;
const MONTHS = 200;
const YEARS = 800;
const isLead = ({ sentence: { zone, position } }: Scene): boolean => zone !== 'body' || position < 4;
const saysYear = ({ expression }: DateMention): boolean =>
  expression.type === 'date' && expression.year !== null;

/** News tells of visits of the last weeks, or of the months to come; a month named beside the act may be older, still more one with its year. */
function plausible(date: string, published: string | null, status: VisitStatus, back: number): boolean {
  if (published === null || !isDay(published)) return true;
  const gap = daysBetween(published, isDay(date) ? date : `${date}-15`);
  if (AHEAD.has(status)) return gap >= (isDay(date) ? -1 : -20) && gap < 400;
  const limit = status === 'cancelled' ? Math.max(back, 400) : back;
  if (gap <= -limit) return false;
  if (status !== 'completed' && status !== 'denied') return gap <= 45;
  return isDay(date) ? gap <= 1 : date <= monthOf(published);
}

/** Days by which a report follows the visit that it does not date. */
const LATER = 3;
const lately = (published: string, status: VisitStatus): string =>
  isDay(published) && (status === 'completed' || status === 'denied')
    ? addDays(published, -LATER)
    : published;

/** Into the body no deeper than this: later months are other plans. */
const HEAD = 3;

/** A month to come that the head of the story names, though no word of travel stands by it. */
function comingMonth(scenes: readonly Scene[], published: string): VisitDate {
  for (const scene of scenes) {
    const { sentence, recap } = scene;
    if (recap || (sentence.zone === 'body' && sentence.position > HEAD)) continue;
    for (const mention of scene.dates) {
      const { expression, from, to } = mention;
      if (expression.type !== 'date' || expression.month === null) continue;
      const resolved = resolveDate(expression, published, 'future');
      if (resolved === null || monthOf(resolved.date) < monthOf(published)) continue;
      if (!plausible(resolved.date, published, 'announced', MONTHS)) continue;
      return { ...resolved, spans: [tokenSpan(sentence, from, to)] };
    }
  }
  return { date: null, endDate: null, spans: [] };
}

/**
 * When the visit is or was: the date nearest to its act in the weightiest sentence. A finished or running visit that
 * the story does not date is dated to the month of publication; a coming one is left open.
 */
export function pickDate(scenes: readonly Scene[], published: string | null, status: VisitStatus): VisitDate {
  let best: Candidate | null = null;
  for (const scene of scenes)
    for (const mention of scene.recap ? [] : scene.dates) {
      const each = candidate(scene, mention, published, status);
      if (each !== null && (best === null || each.points > best.points)) best = each;
    }
  if (best) return { date: best.resolved.date, endDate: best.resolved.endDate, spans: [best.span] };
  if (published === null) return { date: null, endDate: null, spans: [] };
  if (AHEAD.has(status)) return comingMonth(scenes, published);
  // What was called off is dated to the day it was planned for.
  const planned = status === 'cancelled' ? comingMonth(scenes, published) : null;
  if (planned?.date) return planned;
  return { date: monthOf(lately(published, status)), endDate: null, spans: [] };
}
