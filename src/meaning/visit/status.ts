import { tokenSpan } from '../analysed';
import { daysBetween, isDay } from '../dates/calendar';
import type { DateMention } from '../dates/date-mention';
import { resolveDate } from '../dates/resolve-date';
import type { Party, Span, VisitStatus } from '../reading';
import type { Cue, CueName } from './cues';
import { belongsElsewhere, distance, isStatement } from './date';
import type { Slot } from './host';
import { comingAct } from './coming';
import { isFirstTo } from './first-to';
import { moodOf } from './mood';
import { ON_THE_SPOT, type Act, type Scene } from './scene';

/** Cues that settle the status at once, the graver first; then what cues and tenses vote for. */
const GRAVE: ReadonlySet<CueName> = new Set(['cancelled', 'postponed', 'denied']);
const OFF: ReadonlySet<CueName> = new Set(['cancelled', 'postponed']);
const ABOUT_A_VISIT = /^(?:ACT\.|PRISON\.|FACILITY$|DELEGATION$|INMATE$)/;
const WHO = /^(?:OFFICE|ORG$|DELEGATION)/;
/** Sentences of the body after these no longer tell the news. */
const NEWS = 3;
const CUE_REACH = 10;

type Votes = Map<VisitStatus, { points: number; spans: Span[] }>;

const isNews = ({ sentence, recap }: Scene): boolean =>
  !recap && (sentence.zone !== 'body' || sentence.position < NEWS);

function add(
  votes: Votes,
  status: VisitStatus,
  points: number,
  scene: Scene,
  at: { from: number; to: number },
): void {
  const known = votes.get(status) ?? { points: 0, spans: [] };
  known.points += points * scene.weight;
  if (known.spans.length < 3) known.spans.push(tokenSpan(scene.sentence, at.from, at.to));
  votes.set(status, known);
}

const quoted = (scene: Scene, cue: Cue): boolean => scene.quoted[cue.from] ?? false;

/** A grave word counts where the sentence speaks of a visit near it: "canceló la visita", not "canceló el contrato". */
const nearVisit = (scene: Scene, cue: Cue): boolean =>
  // "Senator rebuffed in San Salvador": a headline has no room for the visit.
  (cue.name === 'denied' &&
    scene.sentence.zone === 'title' &&
    scene.sentence.hits.some(({ id }) => WHO.test(id))) ||
  scene.sentence.hits.some(
    (hit) =>
      ABOUT_A_VISIT.test(hit.id) &&
      hit.id !== 'ACT.blocked' &&
      hit.id !== 'ACT.cancel' &&
      hit.id !== 'ACT.announce' &&
      hit.from - cue.to <= CUE_REACH &&
      cue.from - hit.to <= CUE_REACH,
  );

const BY_CUE: Partial<Record<CueName, readonly [VisitStatus, number]>> = {
  cancelled: ['cancelled', 3],
  postponed: ['postponed', 3],
  denied: ['denied', 2.6],
  begun: ['under-way', 4.5],
  underway: ['under-way', 2],
  arrived: ['under-way', 0.9],
  over: ['completed', 1.6],
  planned: ['announced', 1.7],
  proposed: ['proposed', 1.8],
};

/** "Irán abre la prisión": a country that is written like a verb. */
const isPlaceName = ({ sentence: { hits } }: Scene, cue: Cue): boolean =>
  hits.some(({ id, from, to }) => id === 'COUNTRY' && from <= cue.from && cue.to <= to);

/** "Arquitectos irán con el ministro al penal": a headline or summary that names an official and a prison. */
const goesToPrison = ({ sentence: { zone, hits } }: Scene): boolean =>
  zone !== 'body' &&
  hits.some(({ id }) => id.startsWith('OFFICE.') || id === 'PERSON' || id === 'LEADER' || id === 'ORG') &&
  hits.some(({ id }) => id === 'FACILITY' || id === 'PRISON.generic' || id === 'PRISON.mega');

const namesPrison = ({ sentence: { hits } }: Scene): boolean =>
  hits.some(({ id }) => id.startsWith('FACILITY') || id.startsWith('PRISON.') || id === 'INMATE');
/** "Fue admitido en el centro", "a passé la matinée au Cecot": told without a verb of visiting. */
const SEEN: ReadonlySet<CueName> = new Set(['over', 'begun', 'underway']);

/** "Port-au-Prince enverra justice et police à l'école de San Salvador": a headline with both countries or a prison. */
const namesBothSides = (scene: Scene): boolean =>
  scene.sentence.zone === 'title' && (scene.sentence.countries.size > 1 || namesPrison(scene));

/** "Propone una misión": a delegation that is planned stands for its journey. */
const AHEAD: ReadonlySet<CueName> = new Set(['planned', 'proposed']);

function voteCues(scene: Scene, votes: Votes): void {
  const seen = new Set<CueName>();
  for (const cue of scene.cues) {
    const ballot = BY_CUE[cue.name];
    if (ballot === undefined || seen.has(cue.name) || quoted(scene, cue)) continue;
    if (GRAVE.has(cue.name) && !nearVisit(scene, cue)) continue;
    if (cue.name === 'planned' && isFirstTo(scene, cue)) continue;
    const sends = AHEAD.has(cue.name) && scene.sentence.concepts.has('DELEGATION');
    if (
      !GRAVE.has(cue.name) &&
      scene.acts.length === 0 &&
      !sends &&
      !(SEEN.has(cue.name) && namesPrison(scene)) &&
      !(AHEAD.has(cue.name) && (goesToPrison(scene) || namesBothSides(scene)))
    )
      continue;
    if (isPlaceName(scene, cue)) continue;
    seen.add(cue.name);
    add(votes, ballot[0], ballot[1], scene, cue);
  }
}

const MOVES: ReadonlySet<string> = new Set([
  ...ON_THE_SPOT,
  'ACT.travel',
  'ACT.arrive',
  'ACT.study',
  'ACT.presence',
  'ACT.meet',
]);

function voteTense(scene: Scene, act: Act, votes: Votes): void {
  const strong = ON_THE_SPOT.has(act.id) || (act.id === 'ACT.presence' && namesPrison(scene));
  const { zone } = scene.sentence;
  const mood = moodOf(scene, act);
  if (mood === 'permitted') add(votes, 'announced', 1.4, scene, act);
  else if (mood === 'unfulfilled')
    add(votes, 'cancelled', strong || act.id === 'ACT.travel' ? 1.4 : 0.8, scene, act);
  else if (mood === 'negated') add(votes, 'cancelled', 2, scene, act);
  else if (mood === 'conditional')
    add(votes, 'proposed', strong || act.id === 'ACT.travel' ? 1.6 : 0.8, scene, act);
  else if (act.tense === 'future')
    add(votes, 'announced', strong || act.id === 'ACT.travel' ? 2 : 1, scene, act);
  else if (act.tense === 'past') {
    if (act.id === 'ACT.arrive' || act.id === 'ACT.travel') add(votes, 'completed', 0.6, scene, act);
    else add(votes, 'completed', strong ? 1.6 : 0.8, scene, act);
  } else if (act.tense === 'present' && zone !== 'body')
    add(votes, 'completed', strong ? 1.4 : 0.4, scene, act);
}

/** Refusals in words that the cues do not hold, where a prison or a visit is spoken of. */
function voteRefusal(scene: Scene, votes: Votes): void {
  if (scene.cues.some((cue) => cue.name === 'denied')) return;
  const hit = scene.sentence.hits.find(({ id, from }) => id === 'ACT.blocked' && !scene.quoted[from]);
  if (hit && scene.acts.length > 0) add(votes, 'denied', 1.4, scene, hit);
}

/** "En agosto llegarán técnicos salvadoreños": the hosts' own people will return the visit. */
const ofHosts = ({ sentence: { hits } }: Scene, host: Party | 'unknown'): boolean =>
  hits.some(
    (hit) =>
      (hit.id === 'DEMONYM' || hit.id === 'COUNTRY') &&
      hit.value === host &&
      hits.some(
        ({ id, from, to }) =>
          /^(?:OFFICE|DELEGATION|ACTOR\.official|MODEL\.opinion)/.test(id) &&
          ((hit.from >= to && hit.from - to <= (hit.id === 'DEMONYM' ? 0 : 1)) || hit.to === from),
      ),
  );

function voteActs(scene: Scene, host: Party | 'unknown', votes: Votes): void {
  const seen = new Set<string>();
  const returned = ofHosts(scene, host);
  for (const act of scene.acts) {
    if (act.quoted || !MOVES.has(act.id) || seen.has(act.tense)) continue;
    if (returned && act.tense === 'future' && !ON_THE_SPOT.has(act.id)) continue;
    seen.add(act.tense);
    voteTense(scene, act, votes);
  }
}

/** Tokens between a date and the act it dates. */
const DATE_REACH = 8;
/** A date further off than this, in days, is another matter. */
const CLOSE = 45;

/** Which way a date beside the act lies from the day of publication; 0 when it cannot be told without the tense. */
function wayOf({ expression }: DateMention, published: string): number {
  if (expression.type === 'days' || expression.type === 'months') return Math.sign(expression.offset);
  if (expression.way !== 'none') return expression.way === 'past' ? -1 : 1;
  if (expression.type === 'weekday' || expression.day === null) return 0;
  const date = resolveDate(expression, published, 'none')?.date;
  if (date === undefined || !isDay(date) || !isDay(published)) return 0;
  const gap = daysBetween(published, date);
  return Math.abs(gap) > CLOSE ? 0 : Math.sign(gap);
}

/** "El 14 de enero, visita relámpago": what is dated after the day of the story is still to come. */
function voteDates(scene: Scene, published: string, votes: Votes): void {
  const acts = scene.acts.filter((act) => !act.quoted && MOVES.has(act.id));
  if (acts.length === 0) return;
  for (const mention of scene.dates()) {
    const gap = Math.min(...acts.map((act) => distance(mention, act)));
    const way = gap > DATE_REACH ? 0 : wayOf(mention, published);
    if (way === 0 || belongsElsewhere(scene, mention, gap) || isStatement(scene, mention)) continue;
    add(votes, way > 0 ? 'announced' : 'completed', way > 0 ? AHEAD_POINTS : PAST_POINTS, scene, mention);
  }
}
/** One weak word of the body about the future makes no announcement. */
const LEAST = 2.5;
const AHEAD_OF_US: ReadonlySet<VisitStatus> = new Set(['announced', 'proposed']);
const AHEAD_POINTS = 1.5;
const PAST_POINTS = 0.8;

/**
 * How far the visit has come, from title, summary and first sentences: what was cancelled, postponed or refused is
 * told by its words; else future and plan cues stand against past verbs; a headline's present is a finished visit.
 * Words inside quotation marks count for nothing.
 */
export function pickStatus(
  scenes: readonly Scene[],
  published: string | null,
  host: Party | 'unknown',
): Slot<VisitStatus> {
  const votes: Votes = new Map();
  let begun = false;
  let calledOff = false;
  for (const scene of scenes) {
    if (!isNews(scene)) continue;
    begun ||= scene.cues.some((cue) => cue.name === 'begun' && !quoted(scene, cue)) && scene.acts.length > 0;
    calledOff ||=
      scene.sentence.zone !== 'body' &&
      scene.cues.some((cue) => OFF.has(cue.name) && !quoted(scene, cue) && nearVisit(scene, cue));
    voteCues(scene, votes);
    voteRefusal(scene, votes);
    voteActs(scene, host, votes);
    const coming = comingAct(scene);
    if (coming) add(votes, 'announced', AHEAD_POINTS, scene, coming);
    if (published !== null) voteDates(scene, published, votes);
  }
  // "Began a visit": what is told of the coming days is its programme.
  if (begun) votes.delete('announced');
  // A headline that calls the visit off speaks of its plan as well.
  if (calledOff) for (const status of ['announced', 'proposed', 'completed'] as const) votes.delete(status);
  const best = [...votes].sort(([, a], [, b]) => b.points - a.points)[0];
  if (best === undefined || (AHEAD_OF_US.has(best[0]) && best[1].points < LEAST))
    return { value: 'completed', spans: [] };
  return { value: best[0], spans: best[1].spans };
}
