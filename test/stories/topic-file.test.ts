import { readFileSync } from 'node:fs';
import path from 'node:path';
import { classifyByTopic } from '../../src/stories/classify-by-topic';
import { readTopic } from '../../src/stories/topic-file';

const FILE = path.join(__dirname, '../fixtures/topics/mining.json');
const text = readFileSync(FILE, 'utf8');

const classify = (title: string, summary = '') =>
  classifyByTopic([{ id: 'a', title, summary }], readTopic(text, 'mining.json'))[0]!;

test.each([
  ['Gobierno adjudica concesión de litio a empresa china', ['concession-granted'], 'es'],
  ['Panama court annuls the concession of the copper mine', ['concession-revoked'], 'en'],
  ['Governo do Pará revoga licença de lavra na floresta', ['concession-revoked'], 'pt'],
  [
    'Guyane : le gouvernement accorde un permis minier à une société canadienne',
    ['concession-granted'],
    'fr',
  ],
  ['Comuneros bloquean la vía en protesta contra la mina de cobre', ['mining-protest'], 'es'],
  ['New textbook on data mining approved by ministry', [], 'en'],
  ['La ministra de Cultura inaugura el museo del oro', [], 'es'],
  ['Ecuadorian ministers tour CECOT prison in El Salvador', [], 'en'],
])('mining concessions, from one file of data: %s', (title, kinds, lang) => {
  expect(classify(title)).toMatchObject({ kinds, lang, relevant: kinds.length > 0 });
});

test('a prediction says which rule fired in which sentence', () => {
  expect(classify('Gobierno adjudica concesión de litio', 'Otra frase.').why).toEqual([
    { kind: 'concession-granted', rule: 'title-granted', sentence: 'Gobierno adjudica concesión de litio' },
  ]);
});

interface Draft {
  gates: Record<string, unknown>;
  rules: { kind: string; all: string[] }[];
  lexicon: object[];
}

const changed = (change: (topic: Draft) => void) => {
  const topic = JSON.parse(text) as Draft;
  change(topic);
  return () => classifyByTopic([{ id: 'a', title: 'x' }], readTopic(JSON.stringify(topic), 'mining.json'));
};

test.each([
  [
    'a kind without a gate',
    changed(({ gates }) => delete gates['mining-protest']),
    /^mining\.json: gates: has no gate for the kind "mining-protest"$/,
  ],
  [
    'a rule of an unknown kind',
    changed(({ rules }) => void (rules[0]!.kind = 'x')),
    /^mining\.json: rules\.0\.kind: "x" is none of "kinds"$/,
  ],
  [
    'a rule that names an unknown concept',
    changed(({ rules }) => void (rules[0]!.all = ['ACT.grnat'])),
    /Rule title-granted: no concept or class is called "ACT\.grnat"/,
  ],
  [
    'a misspelt key',
    changed(({ lexicon }) => void (lexicon[0] = { id: 'A', sp: {} })),
    /^mining\.json: lexicon\.0: .*"sp"/,
  ],
])('refuses %s, and says where', (_what, attempt, message) => {
  expect(attempt).toThrow(message);
});

test('refuses what is no JSON', () => {
  expect(() => readTopic('{', 'mining.json')).toThrow(/^mining\.json: not JSON/);
});
