import { fold } from '../meaning/fold';

/** Number words of four languages, folded; one, two and three stand in every other story. */
const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'cuatro four quatro quatre',
    'cinco five cinq',
    'seis six',
    'siete seven sete sept',
    'ocho eight oito huit',
    'nueve nine nove neuf',
    'diez ten dez dix',
    'once eleven onze',
    'doce twelve doze douze',
    'trece thirteen treze treize',
    'catorce fourteen quatorze',
    'quince fifteen quinze',
    'dieciseis sixteen dezesseis dezasseis seize',
    'diecisiete seventeen dezessete dezassete',
    'dieciocho eighteen dezoito',
    'diecinueve nineteen dezenove dezanove',
    'veinte twenty vinte vingt',
  ].flatMap((words, i) => words.split(' ').map((word) => [word, i + 4] as const)),
);

const FIGURE =
  /(?<![\p{L}\d]|\d[.,])(?:\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+|\d+)(?![\p{L}\d]|[.,]\d)|\p{L}+/gu;
/** Years say little, and so do the smallest numbers. */
const tells = (n: number): boolean => n > 3 && !(n >= 1990 && n <= 2040);

/** The numbers that a text gives, in figures or in words up to twenty. */
export function figures(text: string): number[] {
  const found = new Set<number>();
  for (const [word] of text.matchAll(FIGURE)) {
    const n = /^\d/.test(word) ? Number(word.replace(/\D/g, '')) : WORDS[fold(word)];
    if (n !== undefined && tells(n)) found.add(n);
  }
  return [...found].slice(0, 8);
}
