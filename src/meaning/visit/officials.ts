import type { Official, Party, Span } from '../reading';
import { isState } from '../gazetteer/names';
import type { PersonMention, PersonMemory } from './people';
import { refuses } from './refusal';
import { hasCue, ON_THE_SPOT, type Scene } from './scene';

export interface Officials {
  readonly value: readonly Official[];
  readonly spans: readonly Span[];
}

/** Words after which the visitor's company is named, and after which the hosts are. */
const WITH_VISITOR =
  /(?:acompañad[oa]s?|junto (?:a|con|al)|encabezad[oa]s? por|lidera(?:d[oa]s?|ron)?|presidid[oa]s? por|integra(?:d[oa]s?|n|ban|ron|rán)|participa(?:n|ron|rán)?|conformad[oa]|accompanied by|along(?:side)? with|alongside|joined by|led by|headed by|including|included|members? (?:were|are)|acompanhad[oa]s?|ao lado d|lidera|chefiad[oa]|liderad[oa]|integram|accompagnée?s?|aux côtés|conduite? par|dirigée? par|menée? par|composée?)/iu;
const WITH_HOST =
  /(?:recibid[oa]s?(?: \S+){0,3} por|recibió|reuni(?:ó|eron|rse|rá|rán|ón|do|da)|reúne|reunirá|encuentro con|entrevist|met|meet(?:s|ing|ings)?|talks with|received by|welcomed by|hosted by|host(?:ed)?|guided by|recebid[oa]s?|recebeu|se reuni|encontr|reçue?s?|rencontr|entretenu|accueilli|anfitri|ante el|bilateral)/iu;

/** After the name: "…, who headed the delegation", "…, quien lidera la misión". */
const LEADS =
  /^,?\s*(?:(?:who|quien|que|qui|jefe|head|chefe)\s+)?(?:headed|heads|led|leads|leading|encabez|lider|preside|presidi|dirige|mène|chefi|coordina|integra)/iu;

/** Offices of a body that visits: "Commission president", "jefe de la misión". */
const OF_THE_BODY =
  /(?:commission|comisi[oó]n|comiss[aã]o|committee|comit[eéê]|mission|misi[oó]n|miss[aã]o|delega|subcom|secretari[oa] ejecutiv|executive secretary|relator|rapporteur)/iu;

/** After the name: "lo acompañará", "ingresaron con él", "will join them". */
const JOINS =
  /\b(?:(?:lo|la|los|les?|l[’'])\s*(?:acompañ|accompagn)|(?:fue|fueron|ir[áa]n?|viaj\S+|ingres\S+|entr\S+) con (?:él|ella|ellos)|(?:will\s)?join(?:s|ed)?\s(?:him|her|them|the)|travel\S* with|o acompanh)/iu;

const MOST = 6;
/** Offices whose holders speak about a visit by an international body without being part of it. */
const DOMESTIC_VOICES = new Set(['ombudsman', 'prosecutor', 'spokesperson']);

const DOES: ReadonlySet<string> = new Set([
  ...ON_THE_SPOT,
  'ACT.travel',
  'ACT.arrive',
  'ACT.study',
  'ACT.meet',
  'ACT.presence',
]);
const STRONG: ReadonlySet<string> = new Set([...ON_THE_SPOT, 'ACT.travel', 'ACT.study']);

interface Ballot {
  /** Named as the one who goes. */
  doer: boolean;
  name: string;
  role: string;
  points: number;
  against: number;
  party: Party | null;
  span: Span;
  order: number;
}

const textBefore = (person: PersonMention, scene: Scene, text: string): string =>
  text.slice(scene.sentence.start, person.span.start);

function judge(
  person: PersonMention,
  scene: Scene,
  text: string,
  visitors: readonly Party[],
  ballot: Ballot,
): void {
  const { acts } = scene;
  // Who came along is often told late: the place in the story says little.
  const weight = scene.recap ? 0.2 : Math.max(scene.weight, 0.75);
  if (person.office === 'private' && visitors.every(isState)) return;
  if (refuses(scene, person)) {
    ballot.against += 3 * weight;
    return;
  }
  const before = textBefore(person, scene, text);
  const company = WITH_VISITOR.exec(before);
  const after = text.slice(person.span.end, scene.sentence.end);
  const leads = LEADS.test(after) || JOINS.test(after.slice(0, 90));
  const hosts = WITH_HOST.exec(before);
  const act = acts.find((each) => !each.quoted && DOES.has(each.id));
  const doer = act !== undefined && person.to <= act.from;
  const refused = hasCue(scene, 'denied') && (act !== undefined || scene.sentence.zone !== 'body');
  if (person.party !== null && !visitors.includes(person.party)) {
    ballot.against += 4 * weight;
    return;
  }
  if (hosts && (!company || hosts.index > company.index) && !refused && person.party === null) {
    ballot.against += 1.2 * weight;
    return;
  }
  if (person.party !== null) {
    const share =
      !isState(person.party) || doer || company || leads || refused
        ? 1
        : person.attached
          ? 0.55
          : act
            ? 0.5
            : 0.15;
    ballot.points += 2.2 * share * weight;
    return;
  }
  if (company || leads) {
    ballot.doer ||= leads;
    ballot.points += 1.6 * weight;
    return;
  }
  if (person.office !== null && DOMESTIC_VOICES.has(person.office)) return;
  const spot = act !== undefined && STRONG.has(act.id);
  if (
    OF_THE_BODY.test(before.slice(-60)) &&
    visitors.some((party) => !isState(party)) &&
    person.office !== null
  ) {
    ballot.points += 1.6 * weight;
    return;
  }
  if (visitors.every((party) => !isState(party)) && !spot) return;
  if (opensSentence(person, scene)) {
    ballot.points += 1.2 * weight;
    ballot.doer = true;
  } else if (doer && act.tense !== 'noun') {
    ballot.points += (person.office === null ? 0.7 : 1.2) * weight;
    ballot.doer ||= spot;
  }
}

/**
 * "Renata Falcão et Otávio Brandt, venus …": a full name that opens a sentence of the head of a story, without a word
 * of inmates or trials in it, is one of those the title calls by their office.
 */
const opensSentence = (person: PersonMention, { sentence, dateline, acts }: Scene): boolean =>
  person.from === dateline &&
  person.name.includes(' ') &&
  acts.length > 0 &&
  (sentence.zone === 'summary' || (sentence.zone === 'body' && sentence.position < 3)) &&
  !sentence.hits.some(({ id }) => NOT_OFFICIAL.test(id));
const NOT_OFFICIAL = /^(?:INMATE|TRANSFER|NEG\.court|RIGHTS\.wrongful)/;

const LEAST = 1.1;

/**
 * The visiting officials the story names, with their office in its words: those of the visitors' side, and those
 * without a known side who do the visiting or come along. Hosts, speakers and earlier visitors are left out.
 */
export function pickOfficials(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  visitors: readonly Party[],
  texts: Readonly<Record<string, string>>,
  memory: PersonMemory,
): Officials {
  const ballots = new Map<string, Ballot>();
  const bySentence = new Map(scenes.map((scene) => [scene.sentence.index, scene]));
  for (const person of people) {
    const scene = bySentence.get(person.sentence);
    if (scene === undefined) continue;
    const ballot = ballots.get(person.name) ?? {
      doer: false,
      name: person.name,
      role: '',
      points: 0,
      against: 0,
      party: null,
      span: person.span,
      order: ballots.size,
    };
    if (ballot.role === '' && person.role !== '') ballot.role = person.role;
    ballot.party ??= person.party;
    judge(person, scene, texts[scene.sentence.zone] ?? '', visitors, ballot);
    ballots.set(person.name, ballot);
  }
  const chosen = [...ballots.values()]
    .filter((ballot) => ballot.points >= LEAST && ballot.points > ballot.against)
    .map((ballot) => ({ ...ballot, role: ballot.role || (memory(ballot.name)?.role ?? '') }))
    .filter((ballot) => ballot.role !== '' || (ballot.name.includes(' ') && ballot.doer))
    .sort((a, b) => b.points - a.points || a.order - b.order)
    .slice(0, MOST)
    .sort((a, b) => a.order - b.order);
  return { value: chosen.map(({ name, role }) => ({ name, role })), spans: chosen.map(({ span }) => span) };
}
