import { facilityName } from '../../../src/meaning/gazetteer/facilities';
import { findNames } from '../../../src/meaning/gazetteer/find-names';
import type { Language } from '../../../src/meaning/reading';
import { tokenize } from '../../../src/meaning/tokens';

const found = (text: string, lang: Language, id: string): string[] => [
  ...new Set(
    findNames(tokenize(text), lang)
      .filter((hit) => hit.id === id)
      .map((hit) => (id === 'FACILITY' ? facilityName(hit.value ?? '') : (hit.value ?? ''))),
  ),
];

describe('prisons', () => {
  it.each<[Language, string, string[]]>([
    ['es', 'Recorrió el Centro de Confinamiento del Terrorismo', ['CECOT']],
    ['en', 'He toured the Terrorism Confinement Center', ['CECOT']],
    ['pt', 'Visitou o Centro de Confinamento do Terrorismo', ['CECOT']],
    ['fr', 'Il a visité le Centre de confinement du terrorisme', ['CECOT']],
    ['es', 'la megacárcel de El Salvador', ['CECOT']],
    ['en', "El Salvador's notorious mega-prison", ['CECOT']],
    ['en', 'the Salvadoran mega-prison', ['CECOT']],
    ['pt', 'a megaprisão salvadorenha', ['CECOT']],
    ['fr', 'la mégaprison du Salvador', ['CECOT']],
    ['es', 'la megacárcel de Costa Rica', ['CACCO']],
    ['es', 'la cárcel La Reforma', ['La Reforma']],
    ['es', 'la cárcel costarricense La Reforma', ['La Reforma']],
    ['es', 'La reforma penal avanza en el Congreso', []],
    ['es', 'La Reforma es el diario más leído', []],
    ['es', 'el encuentro en el litoral fue un modelo de libertad', []],
    ['es', 'la Penitenciaría del Litoral, en Guayaquil', ['Penitenciaría del Litoral']],
    ['en', 'inmates of Izalco prison', ['Izalco']],
    ['pt', 'o presídio da Papuda, em Brasília', ['Papuda']],
    ['fr', 'la prison de la Santé', ['La Santé']],
    ['fr', 'le ministère de la Santé', []],
    ['en', 'The Georgetown Prison on Camp Street', ['Camp Street']],
    ['es', 'visita cecot', ['CECOT']],
  ])('%s: %s', (lang, text, expected) => expect(found(text, lang, 'FACILITY')).toEqual(expected));

  it('recognises a prison that no entry lists by the words around its name', () => {
    expect(found('El ministro visitó el penal de Pocollay', 'es', 'FACILITY')).toEqual(['Pocollay']);
    expect(found('la prisión femenina de Thonburi', 'es', 'FACILITY')).toEqual(['Thonburi']);
    expect(found('o estabelecimento prisional de Marvão', 'pt', 'FACILITY')).toEqual(['Marvão']);
    expect(found('la prisión de tipo E de Ordu', 'es', 'FACILITY')).toEqual(['Ordu']);
    expect(found('à Mannheim, une prison allemande', 'fr', 'FACILITY')).toEqual(['Mannheim']);
    expect(found('They toured Grafton Correctional Centre', 'en', 'FACILITY')).toEqual(['Grafton']);
    expect(found('Talks with Smith, a prison officer', 'en', 'FACILITY')).toEqual([]);
    expect(found('las cárceles de Pocollay', 'es', 'FACILITY')).toEqual([]);
    expect(found('una cárcel de Texas', 'es', 'FACILITY')).toEqual([]);
    expect(found('la prisión de Bukele', 'es', 'FACILITY')).toEqual(['CECOT']);
  });
});

describe('countries', () => {
  it.each<[Language, string, string[]]>([
    ['en', 'Georgia signed it in Jordan', ['JO']],
    ['en', 'Michael Jordan Smith met Chad Brown', []],
    ['es', 'Niger y Nigeria, Guinea Ecuatorial y Guinea', ['NE', 'NG', 'GQ', 'GN']],
    ['en', 'they told us in the US', ['US']],
    ['es', 'Francia Márquez habló en Francia', ['FR']],
    ['es', 'en Santiago de Chile', ['CL']],
    ['fr', 'au Salvador', ['SV']],
    ['es', 'Salvador Allende', []],
    ['en', 'the Maryland Democrat', ['US']],
    ['es', 'EE. UU. y los EEUU', ['US']],
  ])('%s: %s', (lang, text, expected) => expect(found(text, lang, 'COUNTRY')).toEqual(expected));

  it('keeps an ambiguous city for the story to decide', () => {
    expect(found('llegó a Santiago el lunes', 'es', 'COUNTRY')).toEqual([]);
    expect(found('llegó a Santiago el lunes', 'es', 'COUNTRY.weak')).toEqual(['CL']);
    expect(found('Santiago Peña llegó el lunes', 'es', 'COUNTRY.weak')).toEqual([]);
  });

  it.each<[Language, string, string]>([
    ['es', 'las autoridades salvadoreñas', 'SV'],
    ['es', 'los ministros franceses', 'FR'],
    ['es', 'una delegación tica', 'CR'],
    ['en', 'Costa Rican lawmakers', 'CR'],
    ['en', 'Dutch officials', 'NL'],
    ['pt', 'deputadas salvadorenhas', 'SV'],
    ['pt', 'autoridades francesas', 'FR'],
    ['fr', 'les sénatrices guatémaltèques', 'GT'],
    ['fr', 'une députée salvadorienne', 'SV'],
  ])('%s: %s', (lang, text, expected) => expect(found(text, lang, 'DEMONYM')).toEqual([expected]));
});

describe('bodies and persons', () => {
  it.each<[Language, string, string]>([
    ['es', 'La CIDH visitó Ecuador', 'org:IACHR'],
    ['fr', 'la Commission interaméricaine des droits de l’homme', 'org:IACHR'],
    ['en', 'the Subcommittee on Prevention of Torture', 'org:UN'],
    ['pt', 'a Comissão Interamericana de Direitos Humanos', 'org:IACHR'],
    ['es', 'un equipo de la Cruz Roja', 'org:NGO'],
    ['es', 'los eurodiputados', 'EU'],
  ])('%s: %s', (lang, text, expected) => expect(found(text, lang, 'ORG')).toContain(expected));

  it('takes a wire credit for no visitor', () => {
    expect(found('QUITO (AP) — Dos muertos', 'es', 'ORG')).toEqual([]);
    expect(found('QUITO (AP) — Dos muertos', 'es', 'OUTLET')).toEqual(['org:press']);
  });

  it('knows heads of state by surname', () => {
    expect(found('se reunió con Bukele', 'es', 'LEADER')).toEqual(['SV']);
    expect(found('Chris Van Hollen flew in', 'en', 'PERSON')).toEqual(['Chris Van Hollen']);
  });
});

describe('adjectives of a region', () => {
  it.each<[Language, string, string[]]>([
    ['en', "the Central American country's prisons", []],
    ['en', 'a Latin American prison and an American jail', ['US']],
    ['en', 'known by its Spanish acronym', []],
    ['pt', 'um país latino-americano', []],
    ['fr', 'les prisons sud-américaines et la prison américaine', ['US']],
  ])('%s: %s', (lang, text, states) => {
    expect(found(text, lang, 'DEMONYM')).toEqual(states);
  });
});
