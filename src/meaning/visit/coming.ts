import { ConceptTest } from '../concepts';
import type { DateMention } from '../dates/date-mention';
import type { Language } from '../reading';
import { foldedAt, type Token } from '../tokens';
import type { Scene } from './scene';
import { WordTest } from '../vocabulary';

const written = (pattern: RegExp): WordTest => new WordTest(({ text }) => pattern.test(text));

/** Verbs of the future by their endings as written; English says "will" or "to". */
const FUTURE: Readonly<Record<Language, WordTest>> = {
  es: written(/^(?!irán$)\p{Ll}+(?:[aei]r|dr|rr)(?:á|án)$|^ir(?:á|án)$/u),
  pt: written(/^\p{Ll}{2,}(?:[aei]r)(?:á|ão)$|^ir(?:á|ão)$/u),
  fr: written(/^\p{Ll}{2,}(?:[ei]r|dr)(?:a|ont)$|^ir(?:a|ont)$/u),
  en: written(/^will$/),
};
/** What others do after a visit: decide, publish, show. */
const NOT_GOING =
  /^(?:ser|decid|dar|exib|emit|vot|entreg|public|publi|present|divulg|difund|sera|seront|rend|remet|definir|dir|tendr|habr|anunci)/;
/** Officials who will, or a prison where something will be done. */
const WHO_OR_WHERE = new ConceptTest((id) =>
  /^(?:OFFICE|PERSON|LEADER|ORG|DELEGATION|ACTOR|FACILITY|PRISON)/.test(id),
);
const REACH = 4;

const isPast = ({ expression }: DateMention): boolean =>
  expression.type === 'days' || expression.type === 'months'
    ? expression.offset < 0
    : expression.way === 'past';

/** Tokens of a verb that says what is to come. */
export interface Coming {
  readonly from: number;
  readonly to: number;
}

/** In title or summary, a verb that says what officials will do on a day named beside it: "se asomará el domingo". */
export function comingAct(scene: Scene): Coming | null {
  const { sentence, lang, quoted } = scene;
  if (sentence.zone === 'body' || !sentence.hits.some(({ concept }) => WHO_OR_WHERE.has(concept)))
    return null;
  for (let at = 0; at < sentence.tokens.length; at++) {
    const token = sentence.tokens[at] as Token;
    if (quoted[at] || !FUTURE[lang].has(token) || NOT_GOING.test(token.folded)) continue;
    if (lang === 'en' && NOT_GOING.test(foldedAt(sentence.tokens, at + 1))) continue;
    if (
      scene.dates.some((mention) => !isPast(mention) && mention.from - at <= REACH && at - mention.to < REACH)
    )
      return { from: at, to: at + 1 };
  }
  return null;
}
