import { WordTest } from '../vocabulary';
import { BESIDE_VERB, TELLS } from './bystander';
import type { Naming } from './naming';
import { Wording } from './wording';

/** Behind the name: "quien no viajó", "will not be travelling himself", "stays at home". */
const STAYS = new Wording(
  /^[^.;:«"“]{0,60}?(?<!\p{L})(?:no\s(?:(?:se )?mover|viaj|particip|integra|(?:form(?:a|ará|ó)|irá|va|fue)(?!\p{L})|acompañ|estar[áí]|estuvo|asisti)|se (?:queda|quedó|quedará|excus)|(?:not|\p{L}+n[’']t) (?:be )?(?:travel|expected to (?:make|travel|go|join|be)|go(?:ing)?(?!\p{L})|join|tak(?:e|ing) part|part of|make the|making the|among the|attend)|(?:stays?|stayed|staying|remain(?:s|ed)?|remaining) (?:at home|behind|home|in the office)|não (?:viaj|particip|integr|(?:irá|vai|foi)(?!\p{L})|acompanh|estará|far[áa] parte|faz parte)|(?:fica|ficou|ficará) (?:em casa|de fora)|n(?:e |[’'])(?:\p{L}+ )?(?:fer|fait|sera|était|est|a|ira|voyag|particip|accompagn)\p{L}* (?:pas|point)(?: \p{L}+){0,2} (?:voyage|partie|déplacement|délégation)|reste(?:ra)? (?:à la maison|sur place|au pays))/iu,
  {
    words:
      /^(?:no|not|nao|pas|point|se|stay|stays|stayed|staying|remain|remains|remained|remaining|fica|ficou|ficara|reste|restera|n|t|.*n[’']t)$/,
  },
);

/** Behind the name: "quien los guió", "received a delegation", "walked us into": he shows others round. */
const SHOWS = new Wording(
  /^[^.;:«"“]{0,50}?(?<!\p{L})(?:(?:los|las|les|os|us|them|nos|leur) (?:gui|llev|recib|atend|condu|abri|ense[ñn]|mostr|explic|receb|levou|mostrou|a (?:reçu|montré|ouvert|guidé))|hizo de gu[ií]a|hizo los honores|did the honou?rs|(?:walked|led|showed|guided|escorted|took|steered|met) (?:us|them|the (?:journalists|visitors|guests|crew))|(?:received|welcomed|hosted) (?:a|the|them|us|his|her)(?!\p{L})|play(?:ed|s)? host|recibi(?:ó|rá) (?:a|el|este|ayer)(?!\p{L})|atendió a(?!\p{L})|enseñó|recebeu (?:a|o|os|as|uma|um)(?!\p{L})|a (?:reçu|accueilli)|se les abri|gave them|opened \p{L}+ \p{L}+ to)/iu,
  {
    words:
      /^(?:los|las|les|os|us|them|nos|leur|hizo|did|walked|led|showed|guided|escorted|took|steered|met|received|welcomed|hosted|play|plays|played|recibi.*|atendio|ense[nñ]o|recebeu|recu|accueilli|gave|opened)$/,
  },
);

const isBehind = (wording: Wording, { person: { to, span }, stage: { scene, text } }: Naming): boolean =>
  wording.mayStand(scene.sentence.tokens, to) && wording.isIn(text.slice(span.end, scene.sentence.end));

/** Whether the story says that he takes no part; who calls his own journey off is in the headline. */
export const isAbsent = (told: readonly Naming[]): boolean =>
  told.some((naming) => isBehind(STAYS, naming)) &&
  told.every(({ stage }) => stage.scene.sentence.zone !== 'title');

/** Whether he is told to show others round. */
export const shows = (naming: Naming): boolean => isBehind(SHOWS, naming);

/** Whose office is to speak for others. */
const SPEAKER = /portavoz|vocer|porta-?voz|spokes|porte-parole/iu;

/** "A spokesman for the ministry, X". */
export const isSpeaker = ({ person }: Naming): boolean => SPEAKER.test(person.role);

const MADE_KNOWN = new WordTest(({ folded }) => /^(?:anunci|annonc|announc|inform)/.test(folded));

/** "Premier X said", "el anuncio lo hizo el primer ministro X": he tells, and does nothing else there. */
export function onlyTells({ person: { span }, start, next, stage: { scene, text } }: Naming): boolean {
  const { tokens } = scene.sentence;
  const verb = BESIDE_VERB.has(tokens[next]) ? next + 1 : next;
  return (
    TELLS.has(tokens[verb]) ||
    TELLS.has(tokens[start - 1]) ||
    text[span.end] === ':' ||
    tokens.slice(0, start).some((token) => MADE_KNOWN.has(token))
  );
}
