import { hitSpan, type AnalysedSentence, type ConceptHit } from '../analysed';
import { largestPrisonOf, megaPrisonOf, type Facility } from '../gazetteer/facilities';
import { megaPrisonAt, PRISON_NOUNS } from '../gazetteer/prison-words';
import type { Party } from '../reading';
import type { Slot } from './host';
import type { Scene } from './scene';
import { setOf } from '../set-of';
import { listed } from '../word-lists';
import { foldedAt, tokenAt } from '../tokens';

const LISTS = listed.visit.knownPrison;

const NONE: Slot<Facility | null> = { value: null, spans: [] };

interface Words {
  readonly from: number;
  readonly to: number;
}

/** Feminine nouns, before which Portuguese "a" is an article: "a prisão", but "ida a presídio". */
const FEMININE = setOf('prisao penitenciaria cadeia megaprisao');
/** Also adjectives, of an administration or a policy: only right after the article they are prisons. */
const ADJECTIVES = setOf('penitenciaria penal correccional correctional');
const DEFINITE = setOf('el la al del the o ao na no da do le au du l this su');
const INDEFINITE = setOf('una un uma um une an a otra otro another ninguna any');

/** "the prison", "al penal", "à la prison": one prison, taken as known. */
function definitePrison(sentence: AnalysedSentence): Words | null {
  for (let at = 0; at < sentence.tokens.length; at++) {
    const noun = foldedAt(sentence.tokens, at);
    const size = megaPrisonAt(sentence.tokens, at);
    if (size > 0) return { from: at, to: at + size };
    if (!PRISON_NOUNS.has(sentence.tokens[at])) continue;
    for (let back = at - 1; back >= 0 && at - back <= 4; back--) {
      const word = foldedAt(sentence.tokens, back);
      const article = word === 'a' ? FEMININE.has(noun) : DEFINITE.has(word);
      if (article && (word === 'the' || at - back <= (ADJECTIVES.has(noun) ? 1 : 2)))
        return { from: at, to: at + 1 };
    }
  }
  return null;
}

/** Other words for the site of a prison, in a description of it: "the Salvadoran compound". */
const SITES = setOf(LISTS.sites);
/** Who is held in the prison that everyone knows: "la prisión de las maras", "the jail for deportees". */
const HELD =
  /^(?:mara|marer|pandill|gang|gangster|gangue|faccao|faccoes|deporte|deporta|expuls|salvatrucha|release|terroris)/;
const HELD_REACH = 4;
const OF = setOf(LISTS.of);

const isIndefinite = ({ tokens }: AnalysedSentence, at: number): boolean =>
  [1, 2].some((back) => INDEFINITE.has(foldedAt(tokens, at - back))) &&
  tokenAt(tokens, at - 1)?.folded !== 'la';

const SECURE = setOf(LISTS.secure);
/** The name of the host, or of who rules it, beside the word for a prison: "penal salvadoreño", "Bukele's showcase jail". */
function isOfHost(
  { tokens }: AnalysedSentence,
  { id, value, from, to }: ConceptHit,
  at: number,
  host: Party,
) {
  if (value !== host) return false;
  if (id === 'DEMONYM') {
    const between = tokens.slice(at + 1, from);
    return (
      (from > at &&
        (from - at <= 2 || (from - at <= 5 && between.every(({ folded }) => SECURE.has(folded))))) ||
      (to <= at && at - to <= 2)
    );
  }
  if (id !== 'COUNTRY' && id !== 'LEADER') return false;
  if (from > at)
    return from - at <= 4 && OF.has(foldedAt(tokens, from - 1)) && OF.has(foldedAt(tokens, at + 1));
  return tokens[to]?.folded === 's' && at - to <= 4;
}

const holdsTheKnown = ({ tokens }: AnalysedSentence, at: number): boolean => {
  if (HELD.test(foldedAt(tokens, at - 1))) return true;
  for (let next = at + 1; next <= at + HELD_REACH; next++) {
    if (HELD.test(foldedAt(tokens, next))) return true;
    if (!OF.has(foldedAt(tokens, next)) && next > at + 2) return false;
  }
  return false;
};

/** One prison told by whose it is or whom it holds: "penal salvadoreño", "la prisión de las maras". */
function describedPrison(sentence: AnalysedSentence, host: Party): Words | null {
  for (let at = 0; at < sentence.tokens.length; at++) {
    const token = sentence.tokens[at];
    const noun = token?.folded ?? '';
    if (!PRISON_NOUNS.has(token) && !SITES.has(noun)) continue;
    if (isIndefinite(sentence, at)) continue;
    if (ADJECTIVES.has(noun) && !DEFINITE.has(foldedAt(sentence.tokens, at - 1))) continue;
    if (holdsTheKnown(sentence, at) || sentence.hits.some((hit) => isOfHost(sentence, hit, at, host)))
      return { from: at, to: at + 1 };
  }
  return null;
}

const MOST = setOf(LISTS.most);
const MOST_REACH = 3;

/** "su mayor penal", "the country's largest prison", "la prisión más conocida". */
function largestPrison({ tokens }: AnalysedSentence): Words | null {
  for (let at = 0; at < tokens.length; at++) {
    if (!PRISON_NOUNS.has(tokens[at])) continue;
    for (let near = Math.max(0, at - MOST_REACH); near <= at + MOST_REACH; near++)
      if (near !== at && MOST.has(foldedAt(tokens, near))) return { from: at, to: at + 1 };
  }
  return null;
}

const isHead = ({ sentence }: Scene): boolean => sentence.zone !== 'body' || sentence.position < 2;
const isShort = ({ sentence }: Scene): boolean => sentence.zone !== 'body';
/** Works begin before a prison opens, and guests see the first stone. */
const BUILDING = /^REFORM\.(?:build|open|plan)/;
const WORKS = setOf(LISTS.works);
/** Years before its opening in which a prison is built. */
const BUILT = 1;

const isBuilt = ({ concepts, tokens }: AnalysedSentence): boolean =>
  tokens.some(({ folded }) => WORKS.has(folded)) || [...concepts].some((id) => BUILDING.test(id));

function wordsFor(scene: Scene, host: Party, mega: Facility | undefined, year: number): Words | null {
  const { sentence } = scene;
  if (mega === undefined) return null;
  const opened = mega.opened ?? 9999;
  const building = mega.id !== 'cecot' && isShort(scene) && isBuilt(sentence) && year >= opened - BUILT;
  if (building) return definitePrison(sentence) ?? describedPrison(sentence, host);
  if (year < opened) return null;
  const spoken = mega.id === 'cecot' || sentence.concepts.has('PRISON.mega');
  if (!spoken) return null;
  const words = scene.acts.length > 0 ? definitePrison(sentence) : null;
  return words ?? (isShort(scene) || scene.acts.length > 0 ? describedPrison(sentence, host) : null);
}

const isComparison = ({ cues }: Scene): boolean => cues.some(({ name }) => name === 'compared');

/** Deeper in the story the prison of a host like that is told by its size or by whom it was built for. */
const DEEP = 8;

/** "The big gang penitentiary" of a host that shows one prison to all its guests. */
function showpiece(
  scenes: readonly Scene[],
  mega: Facility | undefined,
  year: number,
): Slot<Facility | null> {
  if (mega === undefined || !mega.showpiece || year < (mega.opened ?? 0)) return NONE;
  for (const scene of scenes) {
    const { sentence, recap } = scene;
    if (recap || sentence.position >= DEEP || isComparison(scene) || isBuilt(sentence)) continue;
    const hit = sentence.hits.find(
      ({ id, from, to }) =>
        id === 'PRISON.mega' &&
        !isIndefinite(sentence, from) &&
        sentence.tokens
          .slice(from, to + 1)
          .some(({ folded }) => HELD.test(folded) || folded.startsWith('salvador')),
    );
    if (hit) return { value: mega, spans: [hitSpan(scene.sentence, hit)] };
  }
  return NONE;
}

/**
 * A prison that the story does not name because everyone knows which is meant: the mega-prison of a host that is known
 * for one, "the prison" that foreigners visit there since it opened, or the largest of the country.
 */
export function knownPrison(
  scenes: readonly Scene[],
  host: Party | 'unknown',
  year: number | null,
): Slot<Facility | null> {
  if (host === 'unknown') return NONE;
  const mega = megaPrisonOf(host);
  const largest = largestPrisonOf(host);
  for (const scene of scenes) {
    if (!isHead(scene) || isComparison(scene)) continue;
    const known = wordsFor(scene, host, mega, year ?? 9999);
    const words = known ?? (largest && largestPrison(scene.sentence));
    const facility = known ? mega : largest;
    if (!words || !facility) continue;
    const { tokens, zone } = scene.sentence;
    const span = {
      zone,
      start: tokens[words.from]?.start ?? 0,
      end: tokenAt(tokens, words.to - 1)?.end ?? 0,
    };
    return { value: facility, spans: [span] };
  }
  return showpiece(scenes, mega, year ?? 9999);
}
