import { analyseStory } from '../../../src/meaning/read';
import type { Official, Visit } from '../../../src/meaning/reading';
import { extractVisit } from '../../../src/meaning/visit/extract-visit';
import { roleOfOne } from '../../../src/meaning/visit/role-text';

const visit = (title: string, body = '', summary = ''): Visit | null =>
  extractVisit(analyseStory({ title, summary, body, published: '2026-03-10' }));

const officials = (found: Visit | null): readonly Official[] => found?.officials ?? [];
const names = (found: Visit | null): string[] => officials(found).map(({ name }) => name);

test.each([
  'El presidente del Consejo, Alonso Otero, anunció este domingo que el ministro de Justicia, Eduardo Arce, viajará a El Salvador para conocer sus cárceles.',
  'Premier Alonso Otero says Eduardo Arce will travel to El Salvador to see its prisons.',
  'Alonso Otero: “El ministro Eduardo Arce viajará a El Salvador a ver sus cárceles”.',
])('who tells of the journey stays at home: %s', (body) => {
  const found = names(visit('Ministro de Justicia de Perú irá a cárceles de El Salvador', body));
  expect(found).toEqual(['Eduardo Arce']);
});

describe('who came along', () => {
  it.each<[string, string, string, string[]]>([
    [
      'one breath, office before the second name',
      'Trinidad justice minister tours Dominican prisons',
      'Volmer Achong, Commissioner of Prisons John Rourke and three officials of the ministry of Trinidad toured Najayo prison in the Dominican Republic on Friday. Justice Minister Volmer Achong was impressed.',
      ['Volmer Achong', 'John Rourke'],
    ],
    [
      'told after the name',
      'Governador brasileiro visita o Cecot em El Salvador',
      'O governador de Goiás, Aurélio Prata, visitou na terça-feira o Cecot. O secretário Rui Falcone, que comanda a segurança do estado, também participou da visita.',
      ['Aurélio Prata', 'Rui Falcone'],
    ],
    [
      'in company',
      'Governador brasileiro visita o Cecot em El Salvador',
      'O governador de Goiás, Aurélio Prata, visitou na terça-feira o Cecot na companhia de Rui Falcone, titular da Segurança Pública.',
      ['Aurélio Prata', 'Rui Falcone'],
    ],
    [
      'announced company',
      'Ministro peruano viajará a El Salvador para conocer el Cecot',
      'El ministro de Justicia del Perú, Saúl Quiñe, viajará la próxima semana al Cecot. Lo acompañarán la jefa del INPE, Elvira Tapara, y dos arquitectos.',
      ['Saúl Quiñe', 'Elvira Tapara'],
    ],
  ])('%s', (_, title, body, expected) => {
    expect(names(visit(title, body))).toEqual(expected);
  });

  it('leaves the host of the same office out', () => {
    const found = visit(
      'Swedish justice minister inspects prison in Estonia',
      'Swedish Minister of Justice Nils Ekvall visited Tartu Prison on Thursday. Ekvall was accompanied by Minister of Justice and Digital Affairs Maarja Tamm and by experts.',
    );
    expect(names(found)).toEqual(['Nils Ekvall']);
  });

  it('leaves a head of state in the background out', () => {
    const found = visit(
      'Ministra argentina visita el Cecot en El Salvador',
      'La ministra de Seguridad de Argentina, Carla Ibarra, recorrió el martes el Cecot. Ibarra es la primera integrante del gabinete de Javier Milei que viaja a ese país. El presidente Milei ha elogiado el modelo.',
    );
    expect(names(found)).toEqual(['Carla Ibarra']);
  });

  it('keeps a head of state who goes', () => {
    expect(names(visit('La gira más larga de Kast tendrá una parada en el Cecot de El Salvador'))).toEqual([
      'José Antonio Kast',
    ]);
  });

  it('keeps both syllables of a hyphened given name', () => {
    const found = visit(
      'Korean prison chief tours CECOT',
      'Han Sung-min, director general of the Korea Correctional Service, toured the CECOT prison in El Salvador on Monday. “Nayib Bukele-style cells are not for us,” Han said.',
    );
    expect(names(found)).toEqual(['Han Sung-min']);
  });

  it('takes no institution, territory or programme for a person', () => {
    const found = visit(
      'Ministra de Bolivia recorre una cárcel de Brasil',
      'La ministra de Justicia de Bolivia, Rosa Quispe, recorrió el martes el Estabelecimento Prisional Norte con la Fuerza de Operaciones Tácticas y el programa Trabajo Digno, en São Bento. La acompañó el director de la Policía Municipal de Cobija, Iván Mamani.',
    );
    expect(names(found)).toEqual(['Rosa Quispe', 'Iván Mamani']);
  });

  it('leaves the opposition at home out', () => {
    const found = visit(
      'Belize minister to tour El Salvador prison',
      'The minister of home affairs of Belize, Kevin Musgrove, will visit CECOT in El Salvador next week. Opposition Leader Shane Barlow asked what there is to learn.',
    );
    expect(names(found)).toEqual(['Kevin Musgrove']);
  });
});

describe('who is named and stays', () => {
  const lead = 'El ministro de Justicia del Perú, Saúl Quiñe, visitó el martes el Cecot en El Salvador.';

  it.each([
    ['is told of it', 'Quiñe dio cuenta del recorrido al presidente Ramiro Yupa.'],
    ['speaks against it', 'La congresista Delia Ccopa criticó el viaje del ministro.'],
    ['belongs to the family of an inmate', 'Nidia Lazo, esposa de un preso, pidió ver la visita.'],
    [
      'went another time',
      'Los penales siguen llenos. Faltan camas. Nadie lo niega. En 2014, el ministro Iván Rojas visitó el Cecot.',
    ],
    [
      'announces that another goes',
      'El canciller Hugo Puma anunció que el ministro Quiñe visitará otros penales.',
    ],
    ['leads a party that backs it', 'El partido de Teófilo Huanca celebró la visita.'],
  ])('leaves out who %s', (_, more) => {
    expect(names(visit('Ministro peruano visita el Cecot en El Salvador', `${lead} ${more}`))).toEqual([
      'Saúl Quiñe',
    ]);
  });

  it('takes a list with parties in brackets for one company', () => {
    const found = visit(
      'Senadores brasileiros visitam presídio na Argentina',
      'Os senadores brasileiros Élcio Prado (Novo-CE), Nara Teles (PSD-SE) e Caio Brant (PL-ES) visitaram na quinta-feira o presídio de Ezeiza, na Argentina.',
    );
    expect(names(found)).toEqual(['Élcio Prado', 'Nara Teles', 'Caio Brant']);
  });

  it('takes the name of a place behind a given name for a surname', () => {
    const found = visit(
      'Subcomité de la ONU visitará cárceles de México',
      'El Subcomité para la Prevención de la Tortura visitará México. "Queremos ver", señaló el jefe de la delegación, Felipe Villavicencio.',
    );
    expect(names(found)).toEqual(['Felipe Villavicencio']);
  });

  it('knows a lord by his surname', () => {
    const found = visit(
      'British prisons minister visits Dutch jail',
      'The British prisons minister, Lord Marbury, visited a prison in the Netherlands on Thursday.',
    );
    expect(names(found)).toEqual(['Marbury']);
  });
});

describe('who sends the visitors', () => {
  it.each([
    ['Periodistas portugueses recorren el Cecot en El Salvador', ['org:press']],
    ['Marruecos impide a una misión de abogados visitar la cárcel de Kenitra', ['org:NGO']],
    ['Los eurodiputados españoles de Vox visitan la megacárcel de El Salvador', ['ES']],
    ['Eurodiputados visitan una cárcel de Turquía', ['EU']],
  ])('%s: %s', (title, visitors) => {
    expect(visit(title)?.visitors).toEqual(visitors);
  });
});

describe('members of an international body', () => {
  it('takes the country beside the name for an origin', () => {
    const found = visit(
      'Comissão Interamericana visita presídio no Brasil',
      'A Comissão Interamericana de Direitos Humanos (CIDH) vai visitar a Penitenciária de Bangu. A missão será chefiada pela presidente da comissão, a jamaicana Sharon Whitlock. A relatora para o Brasil, Marta Ureña, também virá.',
    );
    expect(names(found)).toEqual(['Sharon Whitlock', 'Marta Ureña']);
  });
});

describe('surnames', () => {
  it('takes a bare surname of a known official for him', () => {
    expect(officials(visit('Zema visita megaprisão em El Salvador'))).toEqual([
      { name: 'Romeu Zema', role: 'governador de Minas Gerais' },
    ]);
  });

  it('takes the unknown surname that opens a headline, with the office of the summary', () => {
    const found = visit(
      'Quezaltoc visita el Cecot y promete medidas',
      '',
      'El ministro de Gobernación de Guatemala recorrió la cárcel de El Salvador.',
    );
    expect(officials(found)).toEqual([{ name: 'Quezaltoc', role: 'ministro de Gobernación' }]);
  });

  it.each([
    'Justice Minister Wants Delegation To Visit Prison In El Salvador',
    'Ministro peruano visita el Cecot en El Salvador',
  ])('names nobody in "%s"', (title) => {
    expect(names(visit(title))).toEqual([]);
  });

  it('cuts a name out of Title Case by what the story calls its bearer', () => {
    const found = visit(
      'Minister Musgrove Tours Salvadoran Mega-Prison',
      'The minister of home affairs of Belize, Kevin Musgrove, toured CECOT on Thursday.',
    );
    expect(names(found)).toEqual(['Kevin Musgrove']);
  });
});

describe('the office of one person', () => {
  it.each([
    ['ministros de Defensa', 'ministro de Defensa'],
    ['senadores', 'senador'],
    ['Expresidentes', 'Expresidente'],
    ['jueces', 'juez'],
    ['generales', 'general'],
    ['prison chiefs', 'prison chief'],
    ['secretaries of state', 'secretary of state'],
    ['congresswomen', 'congresswoman'],
    ['deputados', 'deputado'],
    ['sénateurs', 'sénateur'],
    ['portavoz', 'portavoz'],
    ['Commissioner of Prisons', 'Commissioner of Prisons'],
    [
      'presidente del Instituto Nacional Penitenciario (INPE',
      'presidente del Instituto Nacional Penitenciario',
    ],
  ])('%s: %s', (several, one) => {
    expect(roleOfOne(several)).toBe(one);
  });

  it('gives each of two ministers his own', () => {
    const found = visit(
      'Ministros ecuatorianos visitan el Cecot en El Salvador',
      'Los ministros de Defensa, Juan Peralvo, y del Interior, Ana Gualoto, de Ecuador, visitaron el martes el Cecot.',
    );
    expect(officials(found)).toEqual([
      { name: 'Juan Peralvo', role: 'ministro de Defensa' },
      { name: 'Ana Gualoto', role: 'ministro del Interior' },
    ]);
  });
});

describe('who is named and does not go', () => {
  it.each<[string, string, string, string[]]>([
    [
      'told not to travel',
      'Autoridades de Guatemala recorren el penal del Altiplano en México',
      'El director del Sistema Penitenciario, Lucio Godoy, y la viceministra Clara Palma recorrieron el miércoles el penal del Altiplano, en México. El ministro de Gobernación de Guatemala, Franco Jiménez, quien no viajó, dijo que los hallazgos se incorporarán al diseño de la nueva cárcel.',
      ['Lucio Godoy', 'Clara Palma'],
    ],
    [
      'announces it',
      'Ministro de Justicia de Perú llegará al país para conocer el sistema penitenciario',
      'El ministro de Justicia de Perú, Eduardo Arce, llegará este lunes a El Salvador, donde conocerá las cárceles. El anuncio lo hizo en Lima el primer ministro Alonso Otero, quien explicó que su gobierno busca salidas al hacinamiento.',
      ['Eduardo Arce'],
    ],
    [
      'shows the visitors round',
      'Jamaican officials tour Las Parras prison in the Dominican Republic',
      'The director general of prisons, Rafael Hernández, on Tuesday received a delegation from Jamaica at Las Parras. It was headed by the Minister of State for National Security of Jamaica, Everton Hyatt.',
      ['Everton Hyatt'],
    ],
  ])('%s', (_, title, body, expected) => {
    expect(names(visit(title, body)).sort()).toEqual([...expected].sort());
  });
});

test.each([
  ['Maxas Ng’onga', 'Zambian chairperson Maxas Ng’onga toured the Windhoek prison in Namibia on Tuesday.'],
  [
    'Rosario Lazo',
    'La ministra de Justicia de Perú, Rosario Lazo, visitó el martes la cárcel de La Picota, en Colombia.',
  ],
])('the whole name of %s', (name, body) => {
  expect(names(visit('', body))).toEqual([name]);
});

test('a place in which something happens is no person', () => {
  const body =
    'The Zambian justice minister, Mulambo Haimbe, visited the open prison in Alcala de Henares, Spain, on Tuesday.';
  expect(names(visit('Zambian minister in Spanish prison', body))).toEqual(['Mulambo Haimbe']);
});
