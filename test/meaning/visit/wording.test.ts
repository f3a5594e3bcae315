import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { JOINS, WITH_HOST, WITH_VISITOR } from '../../../src/meaning/visit/company';
import { splitSentences } from '../../../src/meaning/sentences';
import { tokenize } from '../../../src/meaning/tokens';

const CORPUS = path.join(__dirname, '../../corpus');

const sentences = readdirSync(CORPUS)
  .filter((name) => name.startsWith('seen-'))
  .flatMap((name) => readFileSync(path.join(CORPUS, name), 'utf8').split('\n').filter(Boolean))
  .map(
    (line) => JSON.parse(line) as { readonly title: string; readonly summary: string; readonly text: string },
  )
  .flatMap(({ title, summary, text }) => [title, summary, text])
  .flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));

describe.each([
  ['with the visitor', WITH_VISITOR],
  ['with the host', WITH_HOST],
  ['joins', JOINS],
])('the wording "%s"', (_, wording) => {
  it('stands nowhere without one of its words', () => {
    const found = sentences.filter((sentence) => wording.isIn(sentence));
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter((sentence) => !wording.mayStand(tokenize(sentence), 0, sentence.length))).toEqual([]);
  });
});

describe.each([
  'viajó con él',
  'irá con ella',
  'entraron juntos',
  'le acompañará',
  'también participó',
  'sera du voyage',
  'was part of the trip',
  'formó parte de la comitiva',
  'a la cabeza',
])('%s', (after) => {
  it('holds a word of those who come along', () => {
    expect(JOINS.isIn(` ${after}`)).toBe(true);
    expect(JOINS.mayStand(tokenize(after), 0, after.length)).toBe(true);
  });
});
