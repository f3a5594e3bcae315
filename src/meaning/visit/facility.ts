import { hitSpan, type ConceptHit } from '../analysed';
import { facilityById, facilityName } from '../gazetteer/facilities';
import { barePrison } from './bare-prison';
import { knownPrison } from './known-prison';
import { fold } from '../fold';
import type { Party } from '../reading';
import type { PersonMention } from './people';
import type { Slot } from './host';
import { isList, isListed, isProgramme, isRound, LISTED, tellsOfSeveral } from './prison-round';
import { isPrisonAtHome } from './places';
import { setOf } from '../set-of';
import { ON_THE_SPOT } from './acts';
import { hasCue, isCompared, type Scene } from './scene';
import { listed } from '../word-lists';

const LISTS = listed.visit.facility;

/** Fewer points are a mention in passing. */
const LEAST = 0.7;
const NONE: Slot<string | null> = { value: null, spans: [] };
/** A sentence about riots, deaths or convicts held there is not about the visit. */
const INCIDENT = /^(?:INCIDENT|RIGHTS\.death|TRANSFER)/;

/** Prepositions that lead to a place: "in Tocorón", "al Litoral". */
const INTO = setOf(LISTS.into);
const BESIDE = 2;

/** Named like a town or region. */
const isPlace = ({ sentence: { hits } }: Scene, { from }: ConceptHit): boolean =>
  hits.some(({ id, from: start }) => id === 'COUNTRY' && start === from);

/** "Viaja a Esmeraldas": the town, unless a word for a prison stands before it. */
const isTown = (scene: Scene, hit: ConceptHit): boolean =>
  hit.value !== 'guantanamo' &&
  isPlace(scene, hit) &&
  !scene.sentence.hits.some(
    ({ id, to }) => id.startsWith('PRISON.') && to <= hit.from && hit.from - to <= BESIDE,
  );

const isAfterPreposition = ({ sentence: { tokens } }: Scene, { from }: ConceptHit): boolean =>
  INTO.has(tokens[from - 1]?.folded ?? '');

/** An ambiguous name that a preposition leads to, and that is no town. */
const isLedTo = (scene: Scene, hit: ConceptHit): boolean =>
  isAfterPreposition(scene, hit) && !isTown(scene, hit);

const speaksOfPrison = ({ acts, sentence: { hits } }: Scene): boolean =>
  acts.length > 0 || hits.some(({ id }) => id.startsWith('PRISON.') || id === 'INMATE');

/** Ids of the prisons that the story calls prisons somewhere. */
const calledPrisons = (scenes: readonly Scene[]): ReadonlySet<string> =>
  new Set(
    scenes.flatMap(({ sentence }) =>
      sentence.hits.filter(({ id }) => id === 'FACILITY').map(({ value }) => value ?? ''),
    ),
  );

const ARTICLES = setOf('the el la los las le les o a');

const isEntered = ({ acts, sentence: { tokens } }: Scene, { from }: ConceptHit): boolean =>
  acts.some(
    ({ id, to }) =>
      ON_THE_SPOT.has(id) && (to === from || (to + 1 === from && ARTICLES.has(tokens[to]?.folded ?? ''))),
  );

/**
 * A prison by name; an ambiguous name right after the verb ("visita Halden"), where the story calls it a prison
 * elsewhere, or where title or summary lead to it.
 */
const isNamed = (scene: Scene, hit: ConceptHit, called: ReadonlySet<string>): boolean =>
  hit.id === 'FACILITY' ||
  (hit.id === 'FACILITY.weak' &&
    (isEntered(scene, hit) ||
      (called.has(hit.value ?? '') && !isPlace(scene, hit)) ||
      (scene.sentence.zone !== 'body' && speaksOfPrison(scene) && isLedTo(scene, hit))));

const moves = (scene: Scene): boolean =>
  scene.acts.some((act) => ON_THE_SPOT.has(act.id) && act.tense !== 'noun') || hasCue(scene, 'denied');

function pointsFor(scene: Scene, hit: ConceptHit, inHead: ReadonlySet<string>): number {
  if (isCompared(scene, hit)) return 0;
  const act = scene.acts.some((each) => !each.quoted && ON_THE_SPOT.has(each.id))
    ? 2
    : scene.acts.length > 0 || hasCue(scene, 'denied')
      ? 1.5
      : 0.85;
  const incident = !moves(scene) && scene.sentence.hits.some(({ id }) => INCIDENT.test(id)) ? 0.3 : 1;
  const quoted = scene.quoted[hit.from] ? 0.5 : 1;
  const home = isPrisonAtHome(scene, hit) ? 0.5 : 1;
  return (
    scene.weight *
    act *
    incident *
    quoted *
    home *
    (!inHead.has(hit.value ?? '') && isListed(scene, hit) ? LISTED : 1)
  );
}

const fits = (hit: ConceptHit, host: Party | 'unknown', year: number | null): boolean => {
  const facility = facilityById(hit.value ?? '');
  if (facility === undefined) return true;
  if (facility.country !== host && host !== 'unknown') return false;
  return year === null || facility.opened === undefined || year >= facility.opened - 2;
};

const NEAR = 6;

/** An ambiguous name that both the head and the body of the story hold, and that is no town's. */
function repeated(scenes: readonly Scene[], host: Party | 'unknown'): Slot<string | null> {
  const weak = (scene: Scene): ConceptHit[] =>
    scene.sentence.hits.filter(
      (hit) =>
        hit.id === 'FACILITY.weak' &&
        facilityById(hit.value ?? '')?.country === host &&
        !isPlace(scene, hit) &&
        !isCompared(scene, hit),
    );
  const inBody = new Set(
    scenes
      .filter(({ sentence }) => sentence.zone === 'body')
      .flatMap((scene) => weak(scene).map(({ value }) => value)),
  );
  for (const scene of scenes.filter(({ sentence }) => sentence.zone !== 'body'))
    for (const hit of weak(scene))
      if (inBody.has(hit.value))
        return { value: facilityName(hit.value ?? ''), spans: [hitSpan(scene.sentence, hit)] };
  return NONE;
}

/**
 * An ambiguous name of a prison of the host country, led to by a preposition: first in a sentence about prison or a
 * visit, then anywhere near the head of the story.
 */
function ambiguous(scenes: readonly Scene[], host: Party | 'unknown'): Slot<string | null> {
  for (const strict of [true, false])
    for (const scene of scenes)
      for (const hit of scene.sentence.hits) {
        if (hit.id !== 'FACILITY.weak' || facilityById(hit.value ?? '')?.country !== host) continue;
        if (isLedTo(scene, hit) && (speaksOfPrison(scene) || (!strict && scene.sentence.position < NEAR)))
          return { value: facilityName(hit.value ?? ''), spans: [hitSpan(scene.sentence, hit)] };
      }
  return NONE;
}

/** Share of a prison that no entry knows; less beside one that is known. */
const UNLISTED = 0.5;
const BESIDE_LISTED = 0.3;

function named(
  scenes: readonly Scene[],
  host: Party | 'unknown',
  year: number | null,
  names: ReadonlySet<string>,
): Slot<string | null> {
  const points = new Map<string, number>();
  const called = calledPrisons(scenes);
  const inHead = calledPrisons(scenes.filter(({ sentence }) => sentence.zone !== 'body'));
  for (const scene of scenes)
    for (const hit of scene.sentence.hits)
      if (isNamed(scene, hit, called) && hit.value !== undefined && fits(hit, host, year))
        points.set(hit.value, (points.get(hit.value) ?? 0) + pointsFor(scene, hit, inHead));
  const listed = [...points].some(([id, sum]) => sum > LEAST && facilityById(id) !== undefined);
  for (const [id, sum] of points)
    if (facilityById(id) === undefined)
      points.set(id, sum * (names.has(fold(facilityName(id))) ? 0 : listed ? BESIDE_LISTED : UNLISTED));
  // A stable sort: of equals, the prison named first.
  const ranked = [...points].filter(([, sum]) => sum >= LEAST).sort(([, x], [, y]) => y - x);
  const [best] = ranked;
  if (best === undefined || isProgramme(scenes, host) || isList(ranked, scenes, host)) return NONE;
  const spans = scenes.flatMap(({ sentence }) =>
    sentence.hits
      .filter((hit) => hit.id === 'FACILITY' && hit.value === best[0])
      .map((hit) => hitSpan(sentence, hit)),
  );
  return { value: facilityName(best[0]), spans: spans.slice(0, 4) };
}

/** The one prison of the host country that the story names near its head, though nobody is told to enter it. */
function inPassing(
  scenes: readonly Scene[],
  host: Party | 'unknown',
  year: number | null,
): Slot<string | null> {
  const found = scenes
    .filter(({ sentence, recap }) => !recap && sentence.position < NEAR)
    .flatMap((scene) =>
      scene.sentence.hits
        .filter(
          (hit) =>
            (hit.id === 'FACILITY' ||
              (hit.id === 'FACILITY.weak' &&
                scene.sentence.zone !== 'body' &&
                isAfterPreposition(scene, hit))) &&
            facilityById(hit.value ?? '')?.country === host &&
            fits(hit, host, year) &&
            !isCompared(scene, hit),
        )
        .map((hit) => ({ value: hit.value ?? '', span: hitSpan(scene.sentence, hit) })),
    );
  const [first] = found;
  if (first === undefined || found.some(({ value }) => value !== first.value)) return NONE;
  return { value: facilityName(first.value), spans: [first.span] };
}

/** The prison visited, by its usual short name; null when the story names none, or only compares with one. */
export function pickFacility(
  scenes: readonly Scene[],
  { visitors, host }: { readonly visitors: readonly Party[]; readonly host: Party | 'unknown' },
  published: string | null,
  people: readonly PersonMention[],
): Slot<string | null> {
  const year = published === null ? null : Number(published.slice(0, 4));
  if (isRound(scenes, host) || tellsOfSeveral(scenes, host, visitors)) return NONE;
  const found = named(
    scenes,
    host,
    year,
    new Set(people.filter(({ role, party }) => role !== '' || party !== null).map(({ name }) => fold(name))),
  );
  if (found.value !== null) return found;
  if (isProgramme(scenes, host)) return NONE;
  const known = knownPrison(scenes, host, year);
  if (known.value !== null) return known;
  const twice = repeated(scenes, host);
  if (twice.value !== null) return twice;
  const bare = ambiguous(scenes, host);
  if (bare.value !== null) return bare;
  const site = barePrison(scenes, people);
  return site.value === null ? inPassing(scenes, host, year) : site;
}
