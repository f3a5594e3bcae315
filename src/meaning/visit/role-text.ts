/** English plurals of offices, which may stand anywhere in the role: "prison chiefs", "ministers of Justice". */
const ENGLISH =
  /\b(minister|secretary|secretarie|commissioner|superintendent|chief|head|director|adviser|advisor|president|prosecutor|lawmaker|legislator|senator|parliamentarian|judge|magistrate|governor|mayor|ambassador|diplomat|envoy|official|officer|representative|expert|rapporteur|inspector|candidate|member|MP|MEP|Sen|Rep)s\b/giu;
/** What every plural of an office ends in. */
const PLURAL = /(?:s|men)\b/iu;
const ENGLISH_MEN = /\b(congress|assembly|council|spokes)(wo)?men\b/giu;

/** Romance plurals, by ending; the first that fits decides. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/jueces$/i, 'juez'],
  [/juízes$/i, 'juiz'],
  [/(general|fiscal|consul|cónsul|oficial|concejal|edil)es$/i, '$1'],
  [/capitanes$/i, 'capitán'],
  [/ores$/i, 'or'],
  [/eurs$/i, 'eur'],
  [/([aeioéu])s$/i, '$1'],
];
/** Offices that end like plurals. */
const SINGULAR = /^(?:porta-?voz|premier|jefas?)$/i;

const one = (word: string): string => {
  if (SINGULAR.test(word)) return word.replace(/jefas/i, 'jefa');
  for (const [ending, singular] of ENDINGS) if (ending.test(word)) return word.replace(ending, singular);
  return word;
};

/**
 * The office of one person in the words of the story: "ministros de Defensa" before two names gives each "ministro de
 * Defensa", "prison chiefs" a "prison chief". A parenthesis that the office breaks off is left out.
 */
export function roleOfOne(role: string): string {
  const whole = role.includes('(') && !role.includes(')') ? role.slice(0, role.indexOf('(')).trim() : role;
  if (!PLURAL.test(whole)) return whole;
  const english = whole
    .replace(ENGLISH, (_, office: string) => office.replace(/ie$/i, 'y'))
    .replace(ENGLISH_MEN, (_, body: string, wo = '') => `${body}${wo}man`);
  if (english !== whole) return english;
  return whole.replace(/^(ex[\s-])?([\p{L}-]+)/u, (_, ex = '', office: string) => ex + one(office));
}
