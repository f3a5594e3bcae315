import { listed } from '../word-lists';
import { Wording } from './wording';

const WORDINGS = listed.wordings;

/** Wordings by which a story says who came along and who received them. */

/** Words after which the visitor's company is named, and after which the hosts are. */
export const WITH_VISITOR = new Wording(new RegExp(`(?:${WORDINGS.withVisitor.wording})`, 'giu'), {
  words: new RegExp(WORDINGS.withVisitor.words),
  common: /^(?:leader|head|chief|chef|jef[ea]|lider)/,
  after: /^(?:their|s|leur|su)$/,
});
export const WITH_HOST = new Wording(new RegExp(`(?:${WORDINGS.withHost.wording})`, 'giu'), {
  words: new RegExp(WORDINGS.withHost.words),
  common: /^(?:mano$|el)/,
  after: /^(?:la|.*ante)$/,
});

/** After the name: "…, who headed the delegation", "…, quien lidera la misión"; but "que dirige las cárceles" is an office. */
export const LEADS = new Wording(
  /^(?:,?\s*(?:(?:who|quien|que|qui|jefe|head|chefe)\s+)?|,\s*[^,.;:()]{0,40}\s(?:who|quien|que|qui)\s)(?:encabez|integra(?!l|ção|c)|(?:headed|heads|led|leads|leading|lider|preside|presidi|dirige|dirigi|conduisait|conduit|mène|menait|chefi|coordina)\p{L}*\s+(?:l['’]\s?|[\p{L}-]+\s+){0,3}?(?:grupo|group|team|equip|delega|déléga|comitiv|comiss|comis|commiss|committee|misi|miss|viaj|viag|trip|visit|tour|gira|party|panel|subcom|sous-com|experts|observ|legation|pas[oe]|recorrid|contingent|pasant|[óo]rg[aã]o|órgano|organ|body))/iu,
  { words: /encabez|integra|^(?:head|led$|lead|lider|presid|dirig|condui|men|chefi|coordina)/ },
);

/** Offices of a body that visits: "Commission president", "jefe de la misión". */
export const OF_THE_BODY =
  /(?:commission|comisi[oó]n|comiss[aã]o|committee|comit[eéê]|mission|misi[oó]n|miss[aã]o|delega|subcom|secretari[oa] ejecutiv|executive secretary|relator|rapporteur|comisionad|comissári|commissioner|commissaire|chairperson|coordinador|coordenador|coordinat|\bONG\b|\bNGO\b)/iu;

/** Offices that nobody holds for such a body. */
export const OF_A_STATE: ReadonlySet<string> = new Set([
  'prisons',
  'police',
  'justice',
  'interior',
  'security',
  'defence',
]);

/** After the name: "lo acompañará", "ingresaron con él", "will join them", "também participou da visita". */
export const JOINS = new Wording(new RegExp(`(?:${WORDINGS.joins.wording})`, 'iu'), {
  words: new RegExp(WORDINGS.joins.words),
  common: /^(?:lead|voyage|deplacement|party|travel|visit|viaj|integrantes|trip|tour|delegation|team|with)/,
  after: /^(?:du|the|los|las|dos|das|de|travel.*)$/,
});
