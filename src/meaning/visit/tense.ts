import type { Language } from '../reading';
import type { Token } from '../tokens';
import { setOf } from '../set-of';
import { WordTest } from '../vocabulary';
import { listed } from '../word-lists';

const LISTS = listed.visit.tense;

/** When an act happens as its verb says; `noun` for "la visita", `infinitive` for a purpose or wish. */
export type Tense = 'past' | 'present' | 'future' | 'infinitive' | 'noun';

interface Grammar {
  /** Endings as written, with accents: "visitó" is past, "visito" is not. */
  readonly past: RegExp;
  readonly future: RegExp;
  readonly infinitive: RegExp;
  readonly participle: RegExp;
  readonly pastWords: ReadonlySet<string>;
  /** Before a participle: it is done. */
  readonly perfect: ReadonlySet<string>;
  /** Before an infinitive: it is to come. */
  readonly willDo: ReadonlySet<string>;
  /** Before an infinitive or noun: it is over. */
  readonly after: ReadonlySet<string>;
  /** Before a word that may be noun or verb: it is a noun. */
  readonly determiners: ReadonlySet<string>;
}

const GRAMMAR: Readonly<Record<Language, Grammar>> = {
  es: {
    past: /(?:ó|[aei]ron|ieron|aba|aban|ía|ían)$/,
    future: /(?:[aei]r(?:á|án|emos|ía|ían)|(?:dr|rr)(?:á|án|ía|ían))$/,
    infinitive: /(?:[aei]r)(?:se|l[oa]s?|les?)?$/,
    participle: /[ai]d[oa]s?$/,
    pastWords: setOf(LISTS.es.pastWords),
    perfect: setOf('ha han habia habian haber fue fueron fuera tras hubo'),
    willDo: setOf(LISTS.es.willDo),
    after: setOf('tras luego despues'),
    determiners: setOf(LISTS.es.determiners),
  },
  en: {
    past: /ed$/,
    future: /(?!)/,
    infinitive: /(?!)/,
    participle: /(?:ed|en)$/,
    pastWords: setOf(LISTS.en.pastWords),
    perfect: setOf('has have had having been was were be being'),
    willDo: setOf(LISTS.en.willDo),
    after: setOf('after following since'),
    determiners: setOf(LISTS.en.determiners),
  },
  pt: {
    past: /(?:ou|[aei]ram|eu|iu|ava|avam|ia|iam)$/,
    future: /(?:[aei]r(?:á|ão|emos|ia|iam))$/,
    infinitive: /[aei]r(?:em)?$/,
    participle: /[ai]d[oa]s?$/,
    pastWords: setOf(LISTS.pt.pastWords),
    perfect: setOf('tem tinha tinham ter foi foram sido havia'),
    willDo: setOf(LISTS.pt.willDo),
    after: setOf('apos depois'),
    determiners: setOf(LISTS.pt.determiners),
  },
  fr: {
    past: /(?:èrent|irent|ait|aient)$/,
    future: /(?:[eai]r(?:a|ont|ait|aient)|dra|dront|verra|verront)$/,
    infinitive: /(?:er|ir|oir|re)$/,
    participle: /(?:é|ée|és|ées|i|is|it|u|us|ue|ues|ert|dit|fait)$/,
    pastWords: setOf('fut furent fit firent vit put prit'),
    perfect: setOf('a ont est sont avait avaient etait etaient ete avoir ayant etre ai'),
    willDo: setOf(LISTS.fr.willDo),
    after: setOf('apres'),
    determiners: setOf(LISTS.fr.determiners),
  },
};

/** Acts whose Spanish, Portuguese or English word is noun and verb alike ("visita", "tour"). */
const NOUN_OR_VERB = setOf(LISTS.nounOrVerb);
const NOUN = /(?:ción|ciones|ção|ções|sión|tion|tions|sion|ment|miento|ing|ings|dad|dade|té)$/;

const OF = setOf('de del da do dos das du des d');
const KINDS = setOf(LISTS.kinds);
/** "visita relámpago del mandatario", "gira de Kast": whose it is follows, so it is no verb. */
const isNounPhrase = (tokens: readonly Token[], at: number): boolean =>
  OF.has(tokens[KINDS.has(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1]?.folded ?? '');

const near = (tokens: readonly Token[], at: number, words: ReadonlySet<string>, reach: number): boolean => {
  for (let back = at - 1; back >= 0 && at - back <= reach; back--)
    if (words.has((tokens[back] as Token).folded)) return true;
  return false;
};

const tensed = ({ pastWords, past, future }: Grammar): WordTest =>
  new WordTest(({ folded, text }) => pastWords.has(folded) || past.test(text) || future.test(text));
/** Words that show their tense. */
const TENSED: Readonly<Record<Language, WordTest>> = {
  es: tensed(GRAMMAR.es),
  en: tensed(GRAMMAR.en),
  pt: tensed(GRAMMAR.pt),
  fr: tensed(GRAMMAR.fr),
};

/** The tense of the act found in tokens [from, to), read off its first word and the words before it. */
export function tenseOf(tokens: readonly Token[], from: number, to: number, lang: Language): Tense {
  const grammar = GRAMMAR[lang];
  let verb = from;
  for (let at = from; at < to; at++) {
    if (TENSED[lang].has(tokens[at])) {
      verb = at;
      break;
    }
  }
  const { text, folded } = tokens[verb] as Token;
  const written = text.toLowerCase();
  // "visité" folds to the noun "visite", and "rencontré" to "rencontre".
  if (NOUN_OR_VERB.has(folded) && !/[éó]$/.test(written)) {
    const before = tokens[verb - 1]?.folded;
    if (lang === 'en' && near(tokens, verb, grammar.willDo, 3) && !grammar.determiners.has(before ?? ''))
      return 'future';
    if (before === 'to' && lang === 'en') return 'infinitive';
    if (lang !== 'en' && isNounPhrase(tokens, verb)) return 'noun';
    if (before !== undefined && grammar.determiners.has(before))
      return near(tokens, verb, grammar.after, 3) ? 'past' : 'noun';
    return verb === 0 ? 'noun' : 'present';
  }
  if (grammar.pastWords.has(folded)) return 'past';
  if (grammar.future.test(written)) return 'future';
  if (lang === 'en') {
    if (near(tokens, verb, grammar.willDo, 3) && !written.endsWith('ed')) return 'future';
    if (tokens[verb - 1]?.folded === 'to') return 'infinitive';
  }
  if (grammar.participle.test(written) && near(tokens, verb, grammar.perfect, 3)) return 'past';
  if (grammar.past.test(written)) return 'past';
  if (grammar.infinitive.test(written)) {
    if (near(tokens, verb, grammar.willDo, 3)) return 'future';
    return near(tokens, verb, grammar.after, 3) ? 'past' : 'infinitive';
  }
  if (NOUN.test(written)) return 'noun';
  return grammar.participle.test(written) ? 'past' : 'present';
}
