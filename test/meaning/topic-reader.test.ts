import { topicReader } from '../../src/meaning/topic-reader';
import type { Topic } from '../../src/meaning/topic';

const MINING: Topic = {
  id: 'mining',
  kinds: ['concession'],
  lexicon: [
    {
      id: 'MINE',
      es: { nouns: 'mina, yacimiento, concesión minera' },
      en: { nouns: 'mine, mining concession' },
    },
    { id: 'GRANT', es: { verbs: 'otorgar, conceder, adjudicar' }, en: { verbs: 'grant, award' } },
  ],
  classes: {},
  rules: [{ name: 'granted', kind: 'concession', points: 4, all: ['GRANT', 'MINE'], within: 8 }],
  gates: { concession: { lead: 'MINE', cut: 9 } },
  aboutness: {
    subject: 'MINE',
    against: 'FACILITY',
    least: 99,
    mostAgainst: 0,
    cut: 99,
    kinds: 'concession',
  },
};

const story = (title: string) => ({ title, summary: '', body: '', published: null });

test.each([
  ['Gobierno otorga concesión minera en la Amazonía', true],
  ['Government awards mining concession to Canadian firm', true],
  ['Gobierno otorga becas a estudiantes', false],
])('a topic of one file of data: %s', (title, relevant) => {
  const reading = topicReader(MINING)(story(title));
  expect(reading.relevant).toBe(relevant);
  expect(reading.kinds.map(({ kind }) => kind)).toEqual(relevant ? ['concession'] : []);
});
