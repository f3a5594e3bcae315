import { hitSpan, type ConceptHit } from '../analysed';
import { facilityById, facilityName } from '../gazetteer/facilities';
import { barePrison } from './bare-prison';
import { knownPrison } from './known-prison';
import { fold } from '../fold';
import { isCapitalised } from '../tokens';
import { wordSet } from '../vocabulary';
import type { Party } from '../reading';
import type { PersonMention } from './people';
import type { Slot } from './host';
import { hasCue, isCompared, ON_THE_SPOT, type Scene } from './scene';

/** Fewer points are a mention in passing. */
const LEAST = 0.7;
const NONE: Slot<string | null> = { value: null, spans: [] };
/** A sentence about riots, deaths or convicts held there is not about the visit. */
const INCIDENT = /^(?:INCIDENT|RIGHTS\.death|TRANSFER)/;

/** A prison by name; an ambiguous name only right after the verb ("visita Halden"). */
const isNamed = (scene: Scene, hit: ConceptHit): boolean =>
  hit.id === 'FACILITY' ||
  (hit.id === 'FACILITY.weak' && scene.acts.some((act) => ON_THE_SPOT.has(act.id) && act.to === hit.from));

const moves = (scene: Scene): boolean =>
  scene.acts.some((act) => ON_THE_SPOT.has(act.id) && act.tense !== 'noun') || hasCue(scene, 'denied');

/** Share of a prison that is one of several on a list. */
const LISTED = 0.3;
const SEVERAL = wordSet(
  'prisiones carceles penales presidios centros recintos prisons jails penitentiaries prisoes cadeias penitenciarias maisons etablissements complejos',
);

/** "Las prisiones de Támara, Puerto Cortés y La Ceiba": the first of a list, told by the plural before it. */
function isListed({ sentence: { tokens } }: Scene, hit: ConceptHit): boolean {
  const before = [1, 2, 3].some((back) => SEVERAL.has(tokens[hit.from - back]));
  if (!before) return false;
  const next = tokens[hit.to];
  const gap = (next?.start ?? 0) - (tokens[hit.to - 1]?.end ?? 0);
  return next !== undefined && gap === 2 && isCapitalised(next);
}

function pointsFor(scene: Scene, hit: ConceptHit): number {
  if (isCompared(scene, hit)) return 0;
  const act = scene.acts.some((each) => !each.quoted && ON_THE_SPOT.has(each.id))
    ? 2
    : scene.acts.length > 0 || hasCue(scene, 'denied')
      ? 1.5
      : 0.85;
  const incident = !moves(scene) && scene.sentence.hits.some(({ id }) => INCIDENT.test(id)) ? 0.3 : 1;
  const quoted = scene.quoted[hit.from] ? 0.5 : 1;
  return scene.weight * act * incident * quoted * (isListed(scene, hit) ? LISTED : 1);
}

const fits = (hit: ConceptHit, host: Party | 'unknown', year: number | null): boolean => {
  const facility = facilityById(hit.value ?? '');
  if (facility === undefined) return true;
  if (facility.country !== host && host !== 'unknown') return false;
  return year === null || facility.opened === undefined || year >= facility.opened - 2;
};

/** Three prisons or more on one programme, none of them in the title: no single one is the place of the visit. */
const isList = (ranked: readonly (readonly [string, number])[], scenes: readonly Scene[]): boolean =>
  ranked.filter(([, sum]) => sum >= (ranked[0]?.[1] ?? 0) * 0.6).length > 2 &&
  !scenes.some(({ sentence }) => sentence.zone === 'title' && sentence.concepts.has('FACILITY'));

/** One sentence that puts three prisons or more on the programme, where the title names none. */
const isProgramme = (scenes: readonly Scene[]): boolean =>
  scenes.some(
    ({ sentence, acts }) =>
      acts.length > 0 &&
      new Set(sentence.hits.filter(({ id }) => id.startsWith('FACILITY')).map(({ value }) => value)).size > 2,
  ) &&
  !scenes.some(
    ({ sentence }) =>
      sentence.zone !== 'body' && sentence.hits.filter(({ id }) => id.startsWith('FACILITY')).length === 1,
  );

const NUMBERS = new Set(
  '4 5 6 7 8 9 10 11 12 cuatro cinco seis siete ocho nueve diez four five six seven eight nine ten quatro sete oito nove dez quatre cinq sept huit neuf dix'.split(
    ' ',
  ),
);
/** "Cuatro penales", "five Irish prisons": a round of them, if no title names one. */
const isRound = (scenes: readonly Scene[]): boolean =>
  scenes.some(
    ({ sentence: { zone, position, tokens }, recap }) =>
      !recap &&
      (zone !== 'body' || position < 2) &&
      tokens.some(
        (token, at) =>
          SEVERAL.has(token) && [1, 2].some((back) => NUMBERS.has(tokens[at - back]?.folded ?? '')),
      ),
  ) && !scenes.some(({ sentence }) => sentence.zone === 'title' && sentence.concepts.has('FACILITY'));

const NEAR = 6;
const BESIDE = 2;

/** Prepositions that lead to a place: "in Tocorón", "al Litoral". */
const INTO = new Set(
  'a al en in into inside at to em no na ao à au aux dans el la del de of from within'.split(' '),
);

/**
 * An ambiguous name of a prison of the host country, led to by a preposition: first in a sentence about prison or a
 * visit, then anywhere near the head of the story.
 */
function ambiguous(scenes: readonly Scene[], host: Party | 'unknown'): Slot<string | null> {
  for (const strict of [true, false])
    for (const { sentence, acts } of scenes)
      for (const hit of sentence.hits) {
        if (hit.id !== 'FACILITY.weak' || facilityById(hit.value ?? '')?.country !== host) continue;
        const led = INTO.has(sentence.tokens[hit.from - 1]?.folded ?? '');
        const prison =
          acts.length > 0 || sentence.hits.some(({ id }) => id.startsWith('PRISON.') || id === 'INMATE');
        const town =
          hit.value !== 'guantanamo' &&
          sentence.hits.some((other) => other.id === 'COUNTRY' && other.from === hit.from) &&
          !sentence.hits.some(
            ({ id, to }) => id.startsWith('PRISON.') && to <= hit.from && hit.from - to <= BESIDE,
          );
        if (led && (prison || (!strict && sentence.position < NEAR)) && !town)
          return { value: facilityName(hit.value ?? ''), spans: [hitSpan(sentence, hit)] };
      }
  return NONE;
}

function named(
  scenes: readonly Scene[],
  host: Party | 'unknown',
  year: number | null,
  names: ReadonlySet<string>,
): Slot<string | null> {
  const points = new Map<string, number>();
  for (const scene of scenes)
    for (const hit of scene.sentence.hits)
      if (isNamed(scene, hit) && hit.value !== undefined && fits(hit, host, year)) {
        const unlisted =
          facilityById(hit.value) === undefined ? (names.has(fold(facilityName(hit.value))) ? 0 : 0.5) : 1;
        points.set(hit.value, (points.get(hit.value) ?? 0) + pointsFor(scene, hit) * unlisted);
      }
  // A stable sort: of equals, the prison named first.
  const ranked = [...points].filter(([, sum]) => sum >= LEAST).sort(([, x], [, y]) => y - x);
  const [best] = ranked;
  if (best === undefined || isProgramme(scenes) || isList(ranked, scenes)) return NONE;
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
            hit.id === 'FACILITY' &&
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
  host: Party | 'unknown',
  published: string | null,
  people: readonly PersonMention[],
): Slot<string | null> {
  const year = published === null ? null : Number(published.slice(0, 4));
  if (isRound(scenes)) return NONE;
  const found = named(
    scenes,
    host,
    year,
    new Set(people.filter(({ role, party }) => role !== '' || party !== null).map(({ name }) => fold(name))),
  );
  if (found.value !== null) return found;
  if (isProgramme(scenes)) return NONE;
  const known = knownPrison(scenes, host, year);
  if (known.value !== null) return known;
  const bare = ambiguous(scenes, host);
  if (bare.value !== null) return bare;
  const site = barePrison(scenes, people);
  return site.value === null ? inPassing(scenes, host, year) : site;
}
