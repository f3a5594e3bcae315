import { assert, property, record, string } from 'fast-check';
import { explain } from '../../src/meaning/explain';
import { LEXICON_VERSION } from '../../src/meaning/lexicon-version';
import { analyseStory, read } from '../../src/meaning/read';
import { features } from '../../src/meaning/features';
import { LANGUAGES, type StoryText } from '../../src/meaning/reading';

const story = (title: string, summary = '', body = ''): StoryText => ({
  title,
  summary,
  body,
  published: '2026-03-10',
});

test.each([
  [
    'delegation-visit',
    'Ministro de Justicia de Honduras visita el CECOT en El Salvador',
    'La delegación hondureña recorrió las celdas de la megacárcel junto al ministro de Seguridad salvadoreño.',
  ],
  [
    'delegation-visit',
    'Jamaican lawmakers tour El Salvador mega-prison',
    'The delegation walked through the cell blocks of the Terrorism Confinement Center on Monday.',
  ],
  [
    'delegation-visit',
    'Senadores brasileiros visitam presídio em El Salvador',
    'A comitiva percorreu o Cecot para conhecer o sistema prisional do país.',
  ],
  [
    'delegation-visit',
    'Des députés français visitent la prison du CECOT au Salvador',
    "La délégation s'est rendue dans la méga-prison pour étudier le système pénitentiaire.",
  ],
  ['prison-reform', 'Congreso aprueba la reforma penitenciaria', 'La ley crea nuevas cárceles y más cupos.'],
  [
    'prison-reform',
    'Governo anuncia construção de cinco presídios',
    'O plano prevê dez mil novas vagas no sistema prisional.',
  ],
  [
    'security-incident',
    'Motín en la cárcel de Latacunga deja 12 reos muertos',
    'Los internos se enfrentaron dentro del penal.',
  ],
  [
    'rights-and-conditions',
    'HRW denuncia torturas en las cárceles del país',
    'El informe documenta malos tratos y hacinamiento de los reclusos.',
  ],
  [
    'prisoner-transfer',
    'Trasladan a 300 reos a la nueva cárcel',
    'Los internos fueron llevados al penal de madrugada.',
  ],
  [
    'model-debate',
    'Opinion: the Bukele model will not work in Trinidad',
    'Analysts warn against copying the mano dura.',
  ],
  [
    'cooperation',
    'Panamá y Costa Rica firman convenio sobre cárceles',
    'El acuerdo prevé asistencia técnica para el sistema penitenciario de ambos países.',
  ],
] as const)('%s: %s', (kind, title, summary) => {
  expect(read(story(title, summary)).kinds.map((decision) => decision.kind)).toContain(kind);
});

test.each([
  'Condenan a 20 años de cárcel al asesino de un taxista',
  'Delegación comercial de Perú visita El Salvador para vender uvas',
  'Selección de Costa Rica visita a El Salvador en un amistoso',
  'Prison drama returns to Netflix for a fifth season',
  'Museum in former prison draws tourists',
  'Papa visita a los fieles de la parroquia',
  'Congresso vota a reforma tributária nesta quarta',
  'La réforme des retraites adoptée au Sénat',
  'Lluvias dejan inundaciones en San Salvador',
])('irrelevant: %s', (title) => {
  expect(read(story(title)).relevant).toBe(false);
});

test('any text is read, alike each time, with spans inside the text', () => {
  assert(
    property(record({ title: string({ unit: 'grapheme' }), summary: string(), body: string() }), (parts) => {
      const wild = { ...parts, published: null };
      const reading = read(wild);
      expect(read(wild)).toEqual(reading);
      for (const { reasons } of reading.kinds)
        for (const { evidence } of reasons)
          for (const { zone, start, end } of evidence)
            expect(start >= 0 && end <= wild[zone].length).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('evidence of a decision is words of the story', () => {
  const text = story('El ministro de Justicia de Honduras visitó la cárcel de Izalco, en El Salvador');
  const [first] = read(text).kinds[0]!.reasons;
  const words = first!.evidence.map(({ zone, start, end }) => text[zone].slice(start, end));
  expect(words).toEqual(expect.arrayContaining(['visitó']));
});

test('a thin text asks for the article', () => {
  expect(read(story('Lo que pasa tras los muros del penal')).thin).toBe(true);
  expect(read(story('Lluvias en el norte')).thin).toBe(false);
});

test.each(LANGUAGES)('explains in %s why a story is relevant or not', (lang) => {
  const near = story('Ministra de Honduras visita el CECOT en El Salvador', 'Recorrió la megacárcel.');
  const far = story('Lluvias dejan inundaciones en el norte del país');
  const yes = explain(near, read(near), lang);
  expect(yes.kinds[0]?.statements[0]?.words.length).toBeGreaterThan(0);
  expect(yes.visit.length).toBeGreaterThan(0);
  expect(yes.missing).toEqual([]);
  const no = explain(far, read(far), lang);
  expect(no.verdict).not.toBe(yes.verdict);
  expect(no.missing.length).toBeGreaterThan(0);
});

test.each(LANGUAGES)('says in %s what the model makes of the whole story', (lang) => {
  const unusual = story(
    'Alcaldes en Tecoluca',
    '',
    'Tres alcaldes hondureños pasaron el martes por los módulos que custodia Osiris Luna y salieron convencidos.',
  );
  const reading = read(unusual);
  const points = reading.kinds[0]?.reasons.find(({ rule }) => rule === 'second-opinion')?.points ?? 0;
  const percent = Math.round(100 / (1 + Math.exp(-points)));
  const texts = explain(unusual, reading, lang).kinds[0]?.statements.map(({ text }) => text);
  expect(texts?.some((text) => text.includes(String(percent)))).toBe(true);
  expect(texts?.join()).not.toMatch(/\{|, {2}|, \(/);
});

test('features are sorted, unique and speak of the title', () => {
  const list = features(analyseStory(story('Diputados visitan la cárcel')));
  expect(list).toEqual([...new Set(list)].sort());
  expect(list).toContain('T:PRISON.generic');
  expect(list).toContain('T:ACT.visit+PRISON.generic');
});

test('the version of lexicon and rules is a content hash', () => {
  expect(LEXICON_VERSION).toMatch(/^[0-9a-f]{16}$/);
});
