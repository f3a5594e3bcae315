import type { Story } from '../stories/story';

const NUMBER =
  '(?:\\d{1,3}|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|decenas|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|dozens|três|quatro|cinco|sete|oito|dez|doze|quatorze|catorze|quinze|vinte|dezenas|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quatorze|quinze|vingt|dizaines)';
const VISITORS =
  '(?:pol[ií]ticos|funcionarios|visitantes|ministros|mandatarios|l[ií]deres|delegaciones|pa[ií]ses|autoridades|politicians|officials|visitors|ministers|leaders|delegations|countries|governments|autoridades|delega[cç][oõ]es|governos|visiteurs|ministres|dirigeants|d[ée]l[ée]gations|pays|responsables)';

/** Signs that a story looks back on many visits instead of telling of one. Two of them make a recap. */
const SIGNS: readonly RegExp[] = [
  new RegExp(`\\b${NUMBER}\\s+(?:\\p{L}+\\s+){0,2}${VISITORS}\\b`, 'iu'),
  /\b(?:desde|since|depuis)\s+(?:el\s+|its\s+opening|su\s+apertura|su\s+inauguraci[oó]n|sua\s+abertura|son\s+ouverture|20\d\d)|\ben\s+(?:dos|tres|cuatro)\s+años\b|\bin\s+(?:two|three|four)\s+years\b|\bem\s+(?:dois|três|quatro)\s+anos\b|\ben\s+(?:deux|trois|quatre)\s+ans\b|\bso far\b|\bhasta (?:ahora|la fecha)\b|\baté agora\b|\bjusqu['’]ici\b/iu,
  /\b(?:repaso|recuento|cronolog[ií]a|lista de|quiénes (?:han|son)|todos los que|roll call|round-?up|recap|timeline|who has been|everyone who|all who|look back|retrospectiva|lista dos|quem já|tous ceux|r[ée]trospective|liste des)\b/iu,
];

/** True for a story that lists visits of the past: it tells of no happening of its own. */
export function isRecap({ title, summary, reading }: Pick<Story, 'title' | 'summary' | 'reading'>): boolean {
  if (!reading.kinds.some(({ kind }) => kind === 'delegation-visit')) return false;
  const head = `${title}\n${summary}`;
  return SIGNS.filter((sign) => sign.test(head)).length >= 2;
}
