import { analyseStory } from '../../../src/meaning/read';
import { extractVisit } from '../../../src/meaning/visit/extract-visit';

const facilityOf = (title: string, published = '2025-05-14') =>
  extractVisit(analyseStory({ title, summary: '', body: '', published }))?.facility;

describe('a prison told by what everyone knows of it', () => {
  it.each([
    ['Ministro peruano recorre el penal salvadoreño de las pandillas', 'CECOT'],
    ['Ministro chileno de Justicia conoció por dentro la prisión de las maras en El Salvador', 'CECOT'],
    ["Belize's security minister bound for Bukele's showcase jail in El Salvador", 'CECOT'],
    ['Philippine prison officials visit the Salvadoran compound', 'CECOT'],
    ['Governador mineiro visita prisão salvadorenha', 'CECOT'],
    ['Des députés français visitent la prison salvadorienne des gangs', 'CECOT'],
    ['Corresponsales españoles visitan en Cuba el mayor penal del país', 'Combinado del Este'],
    ['British officials visit the largest prison in India', 'Tihar'],
    [
      'Expresidentes de Chile y Colombia visitarán el penal militar de Los Teques, en Venezuela',
      'Ramo Verde',
    ],
    ['UN rapporteurs denied entry to Mile 2 prison in Gambia', 'Mile 2'],
  ])('%s: %s', (title, facility) => expect(facilityOf(title)).toBe(facility));

  it('is none before it opened, nor any prison of the country', () => {
    expect(facilityOf('Ministro peruano recorre el penal salvadoreño', '2019-05-14')).not.toBe('CECOT');
    expect(facilityOf('Ministro peruano visita una cárcel salvadoreña')).toBeNull();
  });
});

describe('a prison of no list', () => {
  it.each([
    [
      'Diputados chilenos visitan Orvelle',
      'La delegación recorrió en Bélgica la prisión de Orvelle.',
      'Orvelle',
    ],
    ['Colombian prison chief visits Norway', 'He toured Kirkenær prison and talked to guards.', 'Kirkenær'],
    ['Ministra uruguaya recorre Vridsløselille en Dinamarca', '', 'Vridsløselille'],
    ['Director de cárceles de Paraguay visita la Penitenciaría Estatal de Arizona', '', 'Arizona'],
    ['Peruvian lawmakers inspect Millbrook Correctional Centre in Canada', '', 'Millbrook'],
  ])('%s %s: %s', (title, summary, facility) => {
    const visit = extractVisit(analyseStory({ title, summary, body: '', published: '2025-05-14' }));
    expect(visit?.facility).toContain(facility);
  });

  it('is no day of the week', () => {
    const summary = 'Les députés étaient à Louvain. Lundi, la prison centrale a ouvert ses portes.';
    const visit = extractVisit(
      analyseStory({ title: 'Des députés polonais en Belgique', summary, body: '', published: '2025-05-14' }),
    );
    expect(visit?.facility ?? '').not.toBe('Lundi');
  });
});

describe('one of several prisons', () => {
  const facilityIn = (title: string, summary: string, body: string) =>
    extractVisit(analyseStory({ title, summary, body, published: '2025-05-14' }))?.facility;

  it('is the one that the title names, though the body compares it with others', () => {
    expect(
      facilityIn(
        'Diputados chilenos visitan El Helicoide en Venezuela',
        'La delegación recorrió El Helicoide el martes.',
        'Los diputados dijeron que El Helicoide está más lleno que Tocorón y Tocuyito.',
      ),
    ).toBe('El Helicoide');
  });

  it('is none where monitors tour many and one is an example', () => {
    expect(
      facilityIn(
        'Relator de la ONU recorre cárceles de México',
        '',
        'El relator de la ONU visitó en México varios centros de reclusión, entre ellos el Reclusorio Norte.',
      ),
    ).toBeNull();
  });

  it('is not the one at home for which ideas are sought', () => {
    expect(
      facilityIn(
        'Des députés suisses cherchent à Offenburg, en Allemagne, des idées pour Bellechasse',
        '',
        '',
      ),
    ).not.toBe('Bellechasse');
  });
});
