/** Month names without accents, in English, Spanish, Portuguese, French, Italian, German, Dutch, Catalan, Galician. */
const names: readonly string[] = [
  'january jan enero ene janeiro janvier janv gennaio gen januar jan janner januari gener xaneiro xan',
  'february feb febrero fevereiro fev fevrier fevr febbraio februar februari febr febrer febreiro',
  'march mar marzo marco mars marz maart mrt maerz marc mrz',
  'april apr abril abr avril avr aprile apr abr',
  'may mayo maio mai maggio mag mei maig may',
  'june jun junio junho juin giugno giu juni juny xuno xun',
  'july jul julio julho juillet juil luglio lug juli juliol xullo xul',
  'august aug agosto ago aout agost augustus ag',
  'september sep sept septiembre set setiembre setembro septembre settembre setembre setembro',
  'october oct octubre outubro out octobre ottobre ott oktober okt outubro',
  'november nov noviembre novembro novembre november',
  'december dec diciembre dic dezembro dez decembre dicembre dezember december desembre des decembro',
];

const numbers = new Map(
  names.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)),
);

/** 1-12 for a month's name or usual abbreviation (lower case, no accents), or null. */
export const monthNamed = (word: string): number | null => numbers.get(word) ?? null;
