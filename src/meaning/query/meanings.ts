import type { ConceptHit } from '../analysed';
import type { Kind } from '../reading';
import type { QueryWords } from './query-words';
import type { Term } from './query';
import { roleOf } from './roles';

const family =
  (...families: string[]) =>
  (hit: ConceptHit) =>
    families.some((name) => hit.id === name || hit.id.startsWith(`${name}.`));

const VISITING = family('ACT.visit', 'ACT.tour', 'ACT.inspect', 'ACT.travel', 'ACT.arrive', 'DELEGATION');
/** Said along with a visit and implied by it: who goes holds an office, where one goes are prisons. */
const VISIT_COMPANY = family(
  'ACT',
  'DELEGATION',
  'ACTOR',
  'FOREIGN',
  'OFFICE',
  'PRISON.generic',
  'PRISON.system',
  'PRISON.part',
  'STATUS',
);
const PRISON = family('PRISON');
const COUNTRY = family('COUNTRY', 'DEMONYM');

interface KindCue {
  readonly kind: Kind;
  readonly cue: (hit: ConceptHit) => boolean;
  /** Must stand beside the cue: "reform" and "agreement" alone may be about anything. */
  readonly beside?: (hit: ConceptHit) => boolean;
  /** The cue is narrower than the kind ("riot") and stays a condition of its own. */
  readonly keep?: boolean;
}

const CAPTIVE = family('PRISON', 'INMATE', 'FACILITY');

/** What kind a concept asks for when no visit is meant. */
const KIND_CUES: readonly KindCue[] = [
  { kind: 'prisoner-transfer', cue: family('TRANSFER'), beside: CAPTIVE },
  { kind: 'prison-reform', cue: family('REFORM.named') },
  { kind: 'prison-reform', cue: family('REFORM'), beside: CAPTIVE },
  { kind: 'security-incident', cue: family('INCIDENT'), keep: true },
  { kind: 'rights-and-conditions', cue: family('RIGHTS'), keep: true },
  { kind: 'cooperation', cue: family('COOP'), beside: CAPTIVE },
];

const OTHER_CUE = (hit: ConceptHit) => KIND_CUES.some(({ cue }) => cue(hit));
const CAPTIVE_PLACE = family('FACILITY');
const OFFICIALS = family('OFFICE', 'ACTOR.official');

/** Turns what was found in a query's words into terms; `used` are the hits whose words are thereby accounted for. */
export function readMeanings(words: QueryWords): { terms: Term[]; used: ConceptHit[] } {
  const { hits, tokens } = words;
  const terms: Term[] = [];
  const used: ConceptHit[] = [];
  const say = (list: readonly ConceptHit[]) =>
    list
      .map((hit) =>
        tokens
          .slice(hit.from, hit.to)
          .map((token) => token.text)
          .join(' '),
      )
      .join(' ');
  const take = (list: readonly ConceptHit[]) => used.push(...list);

  const model = hits.filter(family('MODEL'));
  const leaders = new Set(hits.filter(family('LEADER')));
  const salvadoran = hits.filter((hit) => (COUNTRY(hit) || family('LEADER')(hit)) && hit.value === 'SV');
  const isModel =
    model.some((hit) => hit.id === 'MODEL.bukele') || (model.length > 0 && salvadoran.length > 0);
  if (isModel) {
    terms.push({ type: 'theme', theme: 'bukele-model', text: say([...model, ...salvadoran]) });
    take([...model, ...salvadoran, ...hits.filter(PRISON)]);
  }
  const rest = () => hits.filter((hit) => !used.includes(hit));

  const acts = rest().filter(VISITING);
  // "Ecuadorian ministers CECOT": officials and a prison, and nothing else that they might be doing there.
  const visit = acts.length
    ? acts
    : rest().some(CAPTIVE_PLACE) && !rest().some(OTHER_CUE)
      ? rest().filter(OFFICIALS)
      : [];
  const mega = rest().filter(family('PRISON.mega', 'PRISON.maxsec'));
  const facilities = rest().filter(family('FACILITY'));
  if (visit.length) {
    terms.push({ type: 'kind', kind: 'delegation-visit', text: say(visit) });
    for (const hit of facilities) terms.push({ type: 'facility', id: hit.value!, text: say([hit]) });
    take([...rest().filter(VISIT_COMPANY), ...facilities]);
  }
  if (mega.length && !facilities.length) {
    terms.push({ type: 'theme', theme: 'mega-prison', text: say(mega) });
    take([...mega, ...rest().filter(PRISON), ...rest().filter(family('REFORM'))]);
  }
  if (!visit.length)
    for (const { kind, cue, beside, keep } of KIND_CUES) {
      const cues = rest().filter(cue);
      if (!cues.length || (beside && !hits.some(beside))) continue;
      terms.push({ type: 'kind', kind, text: say([...cues, ...rest().filter(PRISON)]) });
      if (keep) terms.push({ type: 'concept', id: cues[0]!.id, text: say(cues.slice(0, 1)) });
      take([...cues, ...rest().filter(family('PRISON', 'INMATE', 'ACT'))]);
      break;
    }
  for (const hit of rest().filter(COUNTRY)) {
    terms.push({ type: visit.length ? roleOf(words, hit) : 'country', party: hit.value!, text: say([hit]) });
    take([hit]);
  }
  for (const hit of rest().filter(family('ORG'))) {
    if (visit.length) terms.push({ type: 'from', party: hit.value!, text: say([hit]) });
    else terms.push({ type: 'concept', id: `ORG=${hit.value}`, text: say([hit]) });
    take([hit]);
  }
  for (const hit of rest().filter(family('FACILITY', 'PERSON'))) {
    terms.push({ type: 'concept', id: `${hit.id}=${hit.value}`, text: say([hit]) });
    take([hit]);
  }
  for (const hit of rest().filter(
    (hit) => family('PRISON', 'INMATE', 'OFFICE', 'MODEL', 'NEG', 'ACTOR')(hit) && !leaders.has(hit),
  )) {
    if (used.some((other) => other.from <= hit.from && hit.to <= other.to)) continue;
    terms.push({ type: 'concept', id: hit.id, text: say([hit]) });
    take([hit]);
  }
  return { terms, used };
}
