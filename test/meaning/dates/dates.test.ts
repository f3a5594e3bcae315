import type { Direction } from '../../../src/meaning/dates/date-mention';
import { findDates } from '../../../src/meaning/dates/find-dates';
import { resolveDate } from '../../../src/meaning/dates/resolve-date';
import type { Language } from '../../../src/meaning/reading';
import { tokenize } from '../../../src/meaning/tokens';

/** Tuesday. */
const PUBLISHED = '2026-03-10';

const dates = (
  text: string,
  lang: Language,
  way: Direction,
  published: string | null = PUBLISHED,
): string[] =>
  findDates(tokenize(text), lang).flatMap(({ expression }) => {
    const resolved = resolveDate(expression, published, way);
    return resolved
      ? [resolved.endDate === null ? resolved.date : `${resolved.date}/${resolved.endDate}`]
      : [];
  });

it.each<[Language, Direction, string, string]>([
  ['es', 'past', 'llegó este lunes', '2026-03-09'],
  ['es', 'future', 'llegará este lunes', '2026-03-16'],
  ['es', 'past', 'el viernes pasado', '2026-03-06'],
  ['es', 'future', 'el próximo viernes', '2026-03-13'],
  ['es', 'past', 'hace dos días', '2026-03-08'],
  ['es', 'past', 'anteayer', '2026-03-08'],
  ['es', 'past', 'la semana pasada', '2026-03'],
  ['es', 'past', 'del 3 al 5 de marzo', '2026-03-03/2026-03-05'],
  ['es', 'future', 'entre el 2 y el 4 de diciembre de 2021', '2021-12-02/2021-12-04'],
  ['es', 'future', 'entre el miércoles y el viernes', '2026-03-11/2026-03-13'],
  ['es', 'future', 'el próximo mes', '2026-04'],
  ['es', 'past', 'el 17/02/2026', '2026-02-17'],
  ['es', 'past', 'en diciembre', '2025-12'],
  ['en', 'past', 'on Thursday', '2026-03-05'],
  ['en', 'past', 'two weeks ago', '2026-02'],
  ['en', 'past', 'March 3-5, 2025', '2025-03-03/2025-03-05'],
  ['en', 'future', 'on March 12', '2026-03-12'],
  ['en', 'past', 'last October', '2025-10'],
  ['pt', 'past', 'nesta segunda-feira (9)', '2026-03-09'],
  ['pt', 'past', 'na quinta (5)', '2026-03-05'],
  ['pt', 'past', 'ontem', '2026-03-09'],
  ['pt', 'past', 'em 15 de fevereiro', '2026-02-15'],
  ['fr', 'past', 'il y a trois jours', '2026-03-07'],
  ['fr', 'future', 'lundi prochain', '2026-03-16'],
  ['fr', 'past', 'le 5 mars', '2026-03-05'],
  ['fr', 'past', 'fin février', '2026-02'],
])('%s, %s: %s', (lang, way, text, expected) => expect(dates(text, lang, way)).toEqual([expected]));

it.each<[Language, string]>([
  ['es', 'viajó a Santo Domingo'],
  ['pt', 'na segunda visita ao presídio'],
  ['en', 'he may visit the march'],
  ['es', 'el mar y la sed'],
])('%s: %s holds no date', (lang, text) => expect(dates(text, lang, 'past')).toEqual([]));

it('gives the month when only the month of publication is known, and nothing without it', () => {
  expect(dates('este lunes', 'es', 'past', '2026-03')).toEqual(['2026-03']);
  expect(dates('este lunes', 'es', 'past', null)).toEqual([]);
  expect(dates('el 3 de mayo de 2024', 'es', 'past', null)).toEqual(['2024-05-03']);
});
