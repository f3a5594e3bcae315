import { lexiconOf } from '../../src/meaning/lexicon/own-lexicon';
import { expandWording } from '../../src/meaning/lexicon/expand';
import { nounForms, UnknownParadigm, verbForms } from '../../src/meaning/lexicon/paradigms';
import { PRISON_LEXICON } from '../../scripts/language-data/sources';
import { LANGUAGES, type Language } from '../../src/meaning/reading';
import { prisonLexicon } from '../../src/meaning/lexicon/prison-lexicon';
import { tokenize } from '../../src/meaning/tokens';
import shared from './lexicon-shared.json';

test.each([
  ['es', 'visitar', 'visitó visitará visitando visitaron visitarla'],
  ['es', 'negar/nieg', 'niega negó negaron niegue'],
  ['es', 'pedir/pid', 'pide pidió pidieron pidiendo'],
  ['es', 'trasladar', 'trasladados traslade trasladarán'],
  ['es', 'conocer', 'conoció conocerá conozca'],
  ['pt', 'visitar', 'visitou visitam visitarão visitando'],
  ['pt', 'reconhecer', 'reconheceu reconhecem'],
  ['fr', 'visiter', 'visite visitent visité visitera visitèrent'],
  ['fr', 'rendre', 'rend rendu rendue rendra'],
  ['en', 'visit', 'visits visited visiting'],
  ['en', 'plan/plann', 'plans planned planning'],
  ['en', 'fly', 'flies flew flown'],
] as const)('forms of %s %s', (lang, verb, forms) => {
  const fold = (text: string): string[] => tokenize(text).map(({ folded }) => folded);
  expect(verbForms(verb, lang)).toEqual(expect.arrayContaining(fold(forms)));
});

test.each([
  ['es', 'cárcel', ['carcel', 'carceles']],
  ['es', 'prisión', ['prision', 'prisiones']],
  ['es', 'juez', ['juez', 'jueces']],
  ['pt', 'prisão', ['prisao', 'prisoes']],
  ['pt', 'prisional', ['prisional', 'prisionais']],
  ['fr', 'pénal', ['penal', 'penaux']],
  ['fr', 'pays', ['pays', 'pays']],
  ['en', 'penitentiary', ['penitentiary', 'penitentiaries']],
] as const)('plural of %s %s', (lang, noun, forms) => {
  expect(nounForms(noun, lang)).toEqual(forms);
});

test('a verb without known ending names itself', () => {
  expect(() => verbForms('xyz', 'es')).toThrow(UnknownParadigm);
});

/** Words that carry no meaning alone; a concept that lists one would fire everywhere. */
const FUNCTION_WORDS: Readonly<Record<Language, string>> = {
  es: 'de la el en y a que los las un una con por para del al se su no es lo como mas pero sus le ya o este si porque esta entre cuando muy sin sobre ser tiene tambien me hasta hay donde quien desde todo nos durante',
  en: 'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up',
  pt: 'de a o que e do da em um para com uma os no se na por mais as dos como mas ao ele das seu sua ou quando muito nos ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas me esse eles',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son lui nous comme mais on dont sans leur ses aux elle cette ces deux tout',
};

test.each(LANGUAGES)('no concept claims a function word of %s', (lang) => {
  const refused = new Set(FUNCTION_WORDS[lang].split(' '));
  const claims = PRISON_LEXICON.flatMap((entry) => {
    const wording = entry[lang];
    return wording ? expandWording(wording, lang).words.map((word) => `${entry.id} ${word}`) : [];
  }).filter((claim) => refused.has(claim.split(' ')[1] ?? ''));
  expect(claims).toEqual([]);
});

test.each(LANGUAGES)('words that two concepts of one language share (%s) are declared', (lang) => {
  const owners = new Map<string, string[]>();
  for (const entry of PRISON_LEXICON) {
    const wording = entry[lang];
    for (const word of wording ? expandWording(wording, lang).words : [])
      owners.set(word, [...(owners.get(word) ?? []), entry.id]);
  }
  const pairs = new Set<string>();
  for (const ids of owners.values())
    for (const [at, id] of ids.entries())
      for (const other of ids.slice(at + 1)) pairs.add([id, other].sort().join(' '));
  const declared = new Set(shared[lang]);
  expect([...pairs].filter((pair) => !declared.has(pair))).toEqual([]);
});

test('ids are unique and every entry speaks all four languages', () => {
  const ids = PRISON_LEXICON.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const entry of PRISON_LEXICON)
    expect({ id: entry.id, langs: LANGUAGES.filter((lang) => entry[lang]) }).toEqual({
      id: entry.id,
      langs: [...LANGUAGES],
    });
});

test.each([
  ['es', 'Fue condenado a 12 años de prisión', false],
  ['es', 'Visitó la prisión', true],
  ['en', 'sentenced to ten years in prison', false],
  ['en', 'toured the prison', true],
  ['pt', 'pena de prisão', false],
  ['fr', 'cinq ans de prison', false],
] as const)('a sentence to prison is no prison (%s: %s)', (lang, text, isPrison) => {
  const found = lexiconOf(PRISON_LEXICON)
    .find(tokenize(text), lang)
    .map(({ id }) => id);
  expect(found.includes('PRISON.generic')).toBe(isPrison);
});

test.each(
  LANGUAGES.flatMap((lang) => [
    { lang, filed: 'by the build', lexicon: prisonLexicon },
    { lang, filed: 'when read', lexicon: lexiconOf(PRISON_LEXICON) },
  ]),
)(
  'every form of $lang is found, filed $filed, though wordings are expanded only when a text needs them',
  ({ lang, lexicon }) => {
    const swallowed = new Set(PRISON_LEXICON.flatMap(({ consumes }) => consumes ?? []));
    const missing = PRISON_LEXICON.filter(({ id }) => !swallowed.has(id)).flatMap((entry) => {
      const wording = entry[lang];
      return (wording ? expandWording(wording, lang).words : [])
        .filter((word) => tokenize(word).length === 1)
        .filter((word) => !lexicon.find(tokenize(word), lang).some(({ id }) => id === entry.id))
        .map((word) => `${entry.id} ${word}`);
    });
    expect(missing).toEqual([]);
  },
);
