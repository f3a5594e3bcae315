import type { Language } from '../reading';
import { foldedAt, type Token, tokenAt } from '../tokens';
import { setOf } from '../set-of';
import { WordNumbers } from '../vocabulary';
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
  OF.has(tokens[KINDS.has(foldedAt(tokens, at + 1)) ? at + 2 : at + 1]?.folded ?? '');

const near = (tokens: readonly Token[], at: number, words: ReadonlySet<string>, reach: number): boolean => {
  for (let back = at - 1; back >= 0 && at - back <= reach; back--)
    if (words.has((tokens[back] as Token).folded)) return true;
  return false;
};

/** What the spelling of a word tells. */
const enum Shape {
  /** Shows its tense. */
  Tensed = 1,
  Future = 2,
  Past = 4,
  Participle = 8,
  Infinitive = 16,
  Noun = 32,
  /** May be noun or verb. */
  NounOrVerb = 64,
}

const bit = (is: boolean, shape: Shape): number => (is ? shape : 0);

const shapesOf = ({ pastWords, past, future, participle, infinitive }: Grammar): WordNumbers =>
  new WordNumbers(({ folded, text }) => {
    const written = text.toLowerCase();
    return (
      bit(pastWords.has(folded) || past.test(text) || future.test(text), Shape.Tensed) |
      bit(future.test(written), Shape.Future) |
      bit(past.test(written), Shape.Past) |
      bit(participle.test(written), Shape.Participle) |
      bit(infinitive.test(written), Shape.Infinitive) |
      bit(NOUN.test(written), Shape.Noun) |
      // "visité" folds to the noun "visite", and "rencontré" to "rencontre".
      bit(NOUN_OR_VERB.has(folded) && !/[éó]$/.test(written), Shape.NounOrVerb)
    );
  });
const SHAPES: Readonly<Record<Language, WordNumbers>> = {
  es: shapesOf(GRAMMAR.es),
  en: shapesOf(GRAMMAR.en),
  pt: shapesOf(GRAMMAR.pt),
  fr: shapesOf(GRAMMAR.fr),
};

/** The tense of the act found in tokens [from, to), read off its first word and the words before it. */
export function tenseOf(tokens: readonly Token[], from: number, to: number, lang: Language): Tense {
  const grammar = GRAMMAR[lang];
  const shapes = SHAPES[lang];
  let verb = from;
  while (verb < to && (shapes.of(tokens[verb] as Token) & Shape.Tensed) === 0) verb++;
  if (verb === to) verb = from;
  const word = tokens[verb] as Token;
  const shape = shapes.of(word);
  if ((shape & Shape.NounOrVerb) !== 0) {
    const before = tokenAt(tokens, verb - 1)?.folded;
    if (lang === 'en' && near(tokens, verb, grammar.willDo, 3) && !grammar.determiners.has(before ?? ''))
      return 'future';
    if (before === 'to' && lang === 'en') return 'infinitive';
    if (lang !== 'en' && isNounPhrase(tokens, verb)) return 'noun';
    if (before !== undefined && grammar.determiners.has(before))
      return near(tokens, verb, grammar.after, 3) ? 'past' : 'noun';
    return verb === 0 ? 'noun' : 'present';
  }
  if (grammar.pastWords.has(word.folded)) return 'past';
  if ((shape & Shape.Future) !== 0) return 'future';
  if (lang === 'en') {
    if (near(tokens, verb, grammar.willDo, 3) && (shape & Shape.Past) === 0) return 'future';
    if (tokenAt(tokens, verb - 1)?.folded === 'to') return 'infinitive';
  }
  const isParticiple = (shape & Shape.Participle) !== 0;
  if (isParticiple && near(tokens, verb, grammar.perfect, 3)) return 'past';
  if ((shape & Shape.Past) !== 0) return 'past';
  if ((shape & Shape.Infinitive) !== 0) {
    if (near(tokens, verb, grammar.willDo, 3)) return 'future';
    return near(tokens, verb, grammar.after, 3) ? 'past' : 'infinitive';
  }
  if ((shape & Shape.Noun) !== 0) return 'noun';
  return isParticiple ? 'past' : 'present';
}
