import { analyseStory } from '../../../src/meaning/read';
import type { Visit } from '../../../src/meaning/reading';
import { extractVisit } from '../../../src/meaning/visit/extract-visit';

const visit = (title: string, body = '', published: string | null = '2026-03-10'): Visit | null =>
  extractVisit(analyseStory({ title, summary: '', body, published }));

const names = (found: Visit | null): string[] => (found?.officials ?? []).map(({ name }) => name);

describe('officials', () => {
  it('names no prisoner whom the visitors call on', () => {
    const found = visit(
      'Ministra chilena visita una cárcel en Perú',
      'La ministra de Justicia de Chile, Rosa Maldini, llegó a Lima el lunes para visitar a la senadora Irma Quispe en el penal de Chorrillos.',
    );
    expect(names(found)).toEqual(['Rosa Maldini']);
  });

  it('quotes the head of a delegation that nobody else is named of', () => {
    const found = visit(
      'Deputados brasileiros visitam megaprisão de El Salvador',
      'Uma comitiva de deputados visitou na terça-feira o Cecot. Segundo o coordenador do grupo, Tarcísio Belmonte, a ideia é ver de perto o que funcionou.',
    );
    expect(names(found)).toEqual(['Tarcísio Belmonte']);
  });

  it('keeps both of two who open the report', () => {
    const found = visit(
      'Deux députés brésiliens visitent le Cecot au Salvador',
      'Inês Falcon et Raul Brandão ont visité mardi le Cecot, la prison géante du Salvador.',
    );
    expect(names(found)).toEqual(['Inês Falcon', 'Raul Brandão']);
  });

  it('takes a protagonist without an office, never a place', () => {
    const found = visit(
      'Kenya wants to learn from Norwegian cells',
      'Amina Wekesa came to Oslo on Monday and went through Halden prison. En Halden nobody shouts, she said.',
    );
    expect(names(found)).toEqual(['Amina Wekesa']);
  });

  it('reads a service of the state beside the office', () => {
    const found = visit(
      'Delegaciones de Colombia y Costa Rica visitan una cárcel en Guatemala',
      '"Es admirable", comentó el subdirector de la Policía Penitenciaria de Costa Rica, Nelson Baltodano.',
    );
    expect(names(found)).toEqual(['Nelson Baltodano']);
    expect(found?.facility).toBeNull();
  });
});

describe('facility', () => {
  it.each<[string, string]>([
    ['Irish minister tours the Zaanhoek complex in the Netherlands', 'Zaanhoek'],
    ['Ministra colombiana recorrió Birkenfels, en Alemania', 'Birkenfels'],
    ['UN rapporteur visits Guantánamo prison in the United States', 'Guantánamo'],
    ['Ministre belge visite la prison de Tartu, en Estonie', 'Tartu'],
  ])('%s', (title, facility) => {
    expect(visit(title)?.facility).toBe(facility);
  });

  it('names none of three on one programme', () => {
    const found = visit(
      'La CIDH visita las cárceles de Ecuador',
      'La delegación entrará a la Penitenciaría del Litoral y a los penales de Turi y El Inca.',
    );
    expect(found?.facility).toBeNull();
  });
});

describe('status', () => {
  it.each<[string, Visit['status']]>([
    ['Diputado húngaro propone una misión parlamentaria a la megacárcel de El Salvador', 'proposed'],
    ['La ministra argentina irá en mayo a El Salvador para visitar el Cecot', 'announced'],
    ['Une mission de l’ONU renonce à visiter la prison de Makala au Congo', 'cancelled'],
    ['El Salvador niega anuencia a la CIDH para visitar sus cárceles', 'denied'],
  ])('%s', (title, status) => {
    expect(visit(title)?.status).toBe(status);
  });

  it('takes what follows the beginning of a visit for its programme', () => {
    const found = visit(
      'Panamanian prison director begins visit to the Dominican Republic',
      'The director of prisons of Panama began a four-day visit on Monday. She will visit Najayo and will tour a school.',
    );
    expect(found).toMatchObject({ status: 'under-way', date: '2026-03-09' });
  });
});

describe('date', () => {
  it('dates an undated report of the first days of a month to the month before', () => {
    const found = visit('Chilean minister tours prison in El Salvador', '', '2026-03-02');
    expect(found?.date).toBe('2026-02');
  });

  it('finds the month to come without a word of travel beside it', () => {
    const found = visit(
      'Chilean minister plans visit to prison in El Salvador',
      'It was announced in Santiago. In May the work begins.',
    );
    expect(found).toMatchObject({ status: 'announced', date: '2026-05' });
  });

  it('keeps the year of a story of which only the month is known', () => {
    const found = visit('La CIDH visitará cárceles de Ecuador este jueves 2 de diciembre', '', '2021-12');
    expect(found?.date).toBe('2021-12-02');
  });
});
