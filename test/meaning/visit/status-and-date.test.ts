import { analyseStory } from '../../../src/meaning/read';
import type { Visit } from '../../../src/meaning/reading';
import { extractVisit } from '../../../src/meaning/visit/extract-visit';

const visit = (title: string, body = '', summary = ''): Visit | null =>
  extractVisit(analyseStory({ title, summary, body, published: '2026-03-10' }));

describe('status', () => {
  it.each<[string, string]>([
    ['Ministro peruano cancela viaje a El Salvador: ya no visitará el Cecot', 'cancelled'],
    ['Ministro peruano no viajará a El Salvador para visitar el Cecot', 'cancelled'],
    ['Peruvian minister will not travel to El Salvador prison', 'cancelled'],
    ['UN inspectors quit Rwanda mission a day ahead after prison visits', 'cancelled'],
    ['Manila prison officials shelve trip to Salvadoran prison', 'postponed'],
    ['Senadora peruana propone que legisladores visiten el Cecot de El Salvador', 'proposed'],
    ['Peruvian lawmakers ask El Salvador to let them inspect CECOT', 'proposed'],
    ['Deputados peruanos pedem ao Equador que permita visita à prisão', 'proposed'],
    ['Guinea Ecuatorial no deja a los diputados españoles entrar en la prisión de Malabo', 'denied'],
    ['Israel closes its prisons to Red Cross visits', 'denied'],
    ['Comitiva peruana não conseguiu chegar à prisão no Equador', 'denied'],
    ['UN experts not let into Gambian prison during visit', 'denied'],
    ['El ministro peruano irá al Cecot de El Salvador el 24 de marzo', 'announced'],
    ['Comissão aprova missão de deputados brasileiros a prisão de El Salvador', 'announced'],
    ['Brazilian minister flies to El Salvador prison next week', 'announced'],
    ['Inspectores europeos recorren desde este lunes cárceles de España', 'under-way'],
    ['First UN investigator to visit the prison at Guantanamo describes cruelty', 'completed'],
    ['British inspectors went to see for themselves the jail in India', 'completed'],
  ])('%s: %s', (title, status) => {
    expect(visit(title)?.status).toBe(status);
  });

  it('takes a coming visit of the hosts’ people for no announcement', () => {
    const found = visit(
      'Ministro peruano conoció el Cecot en El Salvador',
      'El ministro recorrió el penal el martes.',
      'En agosto llegarán técnicos salvadoreños a Lima.',
    );
    expect(found?.status).toBe('completed');
  });
});

describe('date', () => {
  it.each<[string, string, string | null]>([
    ['Ministro peruano viajará en las próximas dos semanas al Cecot de El Salvador', '', '2026-03'],
    ['Peruvian minister to visit CECOT in El Salvador in the coming days', '', '2026-03'],
    ['British team visited Tihar jail in India in January', 'The visit was reported on Saturday.', '2026-01'],
    [
      'Ministra peruana visita el Cecot en El Salvador',
      'El 1 de febrero había asistido a una gala.',
      '2026-03',
    ],
  ])('%s', (title, body, date) => {
    expect(visit(title, body)?.date).toBe(date);
  });
});

describe('facility', () => {
  it.each<[string, string | null]>([
    [
      'Ministro peruano recorre cárcel de Costa Rica con expertos que participaron en la construcción del Cecot',
      null,
    ],
    ['CIDH visita las prisiones de Tamarú, Puerto Lindo, La Seiva y Olanchito en Honduras', null],
  ])('%s', (title, facility) => {
    expect(visit(title)?.facility).toBe(facility);
  });
});

describe('sides', () => {
  it.each<[string, string, string, string[]]>([
    [
      'who receives is at home',
      'President Chaves received Bukele at the prison works in Alajuela',
      'CR',
      ['SV'],
    ],
    [
      'who refuses is at home',
      'Katz bars Red Cross from visiting Palestinians held in Israeli prisons',
      'IL',
      ['org:NGO'],
    ],
    ['whence one comes', 'Half-empty Estonian prison finds favour with visitor from Stockholm', 'EE', ['SE']],
    [
      'those who run the prisons',
      'Philippine prison bureau sends team to visit Salvadoran prison',
      'SV',
      ['PH'],
    ],
    [
      'whither one goes home',
      'Senadores cancelan su intento de entrar a El Rodeo I y vuelven a Chile',
      'VE',
      ['CL'],
    ],
    [
      'the counterpart is at home',
      'Bullrich firmó un convenio penitenciario con su homólogo salvadoreño, Gustavo Villatoro, tras visitar el Cecot',
      'SV',
      ['AR'],
    ],
    [
      'foreigners beside the host',
      'Ministro de Justicia de Costa Rica recorrió la cárcel CACCO junto a una misión técnica de El Salvador',
      'CR',
      ['SV'],
    ],
    ['back home', 'Back in London, the minister praises Salvadoran prison after visit', 'SV', ['GB']],
    ['a party for a country', 'Senadora del PSOE visita el Cecot de El Salvador', 'SV', ['ES']],
    ['nationals held abroad', 'Viceministro visitó a 18 colombianos presos en Venezuela', 'VE', ['CO']],
    ['an outlet that goes', 'CNN goes inside CECOT prison in El Salvador', 'SV', ['org:press']],
    [
      'reporters without a verb',
      'Treinta corresponsales y un solo preso en el Cecot de El Salvador',
      'SV',
      ['org:press'],
    ],
  ])('%s', (_, title, host, visitors) => {
    const found = visit(title);
    expect([found?.host, found?.visitors]).toEqual([host, visitors]);
  });
});
