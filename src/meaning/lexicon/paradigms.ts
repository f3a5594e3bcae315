import { fold } from '../fold';
import type { Language } from '../reading';
import { beginningOf } from '../shelf';
import { irregularForms } from './irregular';

/**
 * How lemmas become the forms that newsrooms print: third persons, past and future, participles, infinitives with
 * pronouns. All forms are folded (no accents), so "visitó" and "visito" are one.
 */
type Paradigm = (stem: string, stressed: string) => string[];

const join = (stem: string, endings: string): string[] => endings.split(' ').map((ending) => stem + ending);

const ES_CLITICS = 'se lo la los las le les';

/** Spelling before e: buscar/busque, llegar/llegue, avanzar/avance. */
const softened = (stem: string): string =>
  stem.endsWith('c') ? `${stem.slice(0, -1)}qu` : stem.endsWith('g') ? `${stem}u` : stem.replace(/z$/, 'c');

const esAr: Paradigm = (stem, stressed) => [
  ...join(stem, 'ar ando ado ada ados adas amos o aron aba aban ara aran aremos aria arian ase asen'),
  ...join(`${stem}ar`, ES_CLITICS),
  ...join(stressed, 'a an o'),
  ...join(softened(stressed), 'e en'),
  softened(stem) + 'e',
];

const esStrong = (stem: string): string =>
  stem.endsWith('c') ? `${stem.slice(0, -1)}zc` : stem.endsWith('g') ? `${stem.slice(0, -1)}j` : stem;

const esEr: Paradigm = (stem, stressed) => [
  ...join(stem, 'er iendo ido ida idos idas emos io ieron ia ian era eran eremos eria erian iera ieran'),
  ...join(`${stem}er`, ES_CLITICS),
  ...join(stressed, 'e en'),
  ...join(esStrong(stressed), 'a an o'),
];

const esIr: Paradigm = (stem, stressed) => {
  const past = stem.endsWith('u')
    ? `${stem}y`
    : stressed === stem
      ? stem
      : stressed.replace(/ie(?=[^aeiou]*$)/, 'i');
  return [
    ...join(stem, 'ir ido ida idos idas imos io ia ian ira iran iremos iria irian'),
    ...join(past, past.endsWith('y') ? 'endo o eron era eran a an e en' : 'iendo io ieron iera ieran'),
    ...join(`${stem}ir`, ES_CLITICS),
    ...join(stressed, stem.endsWith('u') ? '' : 'e en'),
    ...join(esStrong(stressed), 'a an'),
  ];
};

const ptAr: Paradigm = (stem, stressed) => [
  ...join(
    stem,
    'ar arem armos ando ado ada ados adas amos ou aram ava avam ara arao aremos aria ariam asse assem ei',
  ),
  ...join(stressed, 'a am'),
  ...join(softened(stressed), 'e em'),
];
const ptEr: Paradigm = (stem, stressed) => [
  ...join(stem, 'er erem endo ido ida idos idas emos eu eram ia iam era erao eremos eria eriam esse essem'),
  ...join(stressed, 'e em a am'),
];
const ptIr: Paradigm = (stem, stressed) => [
  ...join(stem, 'ir irem indo ido ida idos idas imos iu iram ia iam ira irao iremos iria iriam isse issem'),
  ...join(stressed, 'e em a am i'),
];

const frEr: Paradigm = (stem, stressed) => [
  ...join(stem, 'er ant e ee es ees ons a erent ait aient era eront erait eraient'),
  ...join(stressed, 'e ent'),
  ...(stem.endsWith('g') ? join(stem, 'eant eons ea eait eaient') : []),
];
const frIr: Paradigm = (stem) =>
  join(stem, 'ir issant i ie is ies it issent issons irent issait issaient ira iront irait iraient');
const frRe: Paradigm = (stem) =>
  join(stem, 're ant u ue us ues ent ons it irent ait aient ra ront rait raient').concat(stem);

const VOWEL_Y = /[^aeiou]y$/;

const english: Paradigm = (base, doubled) => {
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (VOWEL_Y.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  return [base, third, `${doubled}ed`, `${doubled}ing`];
};

const ROMANCE: Readonly<Record<string, readonly (readonly [string, Paradigm])[]>> = {
  es: [
    ['ar', esAr],
    ['er', esEr],
    ['ir', esIr],
  ],
  pt: [
    ['ar', ptAr],
    ['er', ptEr],
    ['ir', ptIr],
  ],
  fr: [
    ['er', frEr],
    ['ir', frIr],
    ['re', frRe],
  ],
};

export class UnknownParadigm extends Error {
  constructor(
    readonly lemma: string,
    readonly lang: string,
  ) {
    super(`Verb "${lemma}" (${lang}) has no known ending; list its forms instead of its lemma.`);
    this.name = 'UnknownParadigm';
  }
}

const inflect = (lemma: string, second: string | undefined, written: string, lang: Language): string[] => {
  const listed = irregularForms(lemma, lang);
  if (listed !== undefined) return listed.split(' ');
  if (lang === 'en') return english(lemma, second ?? lemma);
  for (const [ending, paradigm] of ROMANCE[lang] ?? [])
    if (lemma.endsWith(ending)) {
      const stem = lemma.slice(0, -ending.length);
      return paradigm(stem, second ?? stem);
    }
  throw new UnknownParadigm(written, lang);
};

const memory = new Map<string, readonly string[]>();

/**
 * Forms of a verb, each once. A second stem after a slash is the one under stress or doubled: "negar/nieg",
 * "pedir/pid", "plan/plann", "appeler/appell". Irregular verbs are listed, folded, in irregular.json.
 */
export function verbForms(written: string, lang: Language): readonly string[] {
  const key = `${lang} ${written}`;
  const remembered = memory.get(key);
  if (remembered) return remembered;
  const [lemma = '', second] = fold(written).split('/');
  const forms = [...new Set(inflect(lemma, second, written, lang))];
  memory.set(key, forms);
  return forms;
}

/**
 * With one of these each form of a verb begins; null where only the forms tell. Paradigms keep all but the last letter
 * of a stem, and change no vowels but `ie`: most verbs need not be expanded.
 */
export function verbStems(written: string, lang: Language): readonly string[] | null {
  const [lemma = '', second] = fold(written).split('/');
  const stem = lang === 'en' ? lemma.slice(0, -1) : lemma.slice(0, -2);
  const stressed = second ?? stem;
  const regular = irregularForms(lemma, lang) === undefined && stem.length > 3 && stressed.length > 3;
  if (!regular || stressed.includes('ie')) return null;
  return stem === stressed ? [stem.slice(0, -1)] : [stem.slice(0, -1), stressed.slice(0, -1)];
}

/** The beginnings of all forms of a verb. */
export const verbBeginnings = (written: string, lang: Language): readonly string[] => [
  ...new Set((verbStems(written, lang) ?? verbForms(written, lang)).map(beginningOf)),
];

const PLURALS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/z$/, 'ces'],
    [/([aeiou])$/, '$1s'],
    [/s$/, 's'],
    [/([^aeious])$/, '$1es'],
  ],
  pt: [
    [/ao$/, 'oes'],
    [/([aou])l$/, '$1is'],
    [/el$/, 'eis'],
    [/il$/, 'is'],
    [/m$/, 'ns'],
    [/([rz])$/, '$1es'],
    [/s$/, 's'],
    [/([aeiou])$/, '$1s'],
  ],
  fr: [
    [/([sxz])$/, '$1'],
    [/al$/, 'aux'],
    [/(eau|eu)$/, '$1x'],
    [/$/, 's'],
  ],
  en: [
    [/([^aeiou])y$/, '$1ies'],
    [/(s|sh|ch|x|z)$/, '$1es'],
    [/$/, 's'],
  ],
};

/** Singular and plural of one noun or adjective, folded. */
export function nounForms(written: string, lang: Language): string[] {
  const noun = fold(written);
  const rule = PLURALS[lang].find(([ending]) => ending.test(noun));
  return rule ? [noun, noun.replace(rule[0], rule[1])] : [noun];
}
