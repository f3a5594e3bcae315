import { analyseStory } from '../../../src/meaning/read';
import type { Visit } from '../../../src/meaning/reading';
import { extractVisit, visitEvidence, type VisitContext } from '../../../src/meaning/visit/extract-visit';

const story = (title: string, body = '', published: string | null = '2026-03-10') => ({
  title,
  summary: '',
  body,
  published,
});

const visit = (title: string, body = '', context: VisitContext = {}): Visit | null =>
  extractVisit(analyseStory(story(title, body)), context);

describe('the two sides', () => {
  it.each<[string, string, string[]]>([
    ['Ministro de Justicia de Perú visita cárceles de Ecuador', 'EC', ['PE']],
    ['Chilean president-elect tours prison in El Salvador', 'SV', ['CL']],
    ['Deputados brasileiros visitam a megaprisão de El Salvador', 'SV', ['BR']],
    ['Une délégation de sénateurs français a visité une prison au Salvador', 'SV', ['FR']],
    ['Delegaciones de Colombia y Costa Rica visitan una prisión en Guatemala', 'GT', ['CO', 'CR']],
    ['La CIDH visitará las cárceles de Ecuador', 'EC', ['org:IACHR']],
    ['UN torture prevention experts visit prisons in Argentina', 'AR', ['org:UN']],
    ['Texas lawmakers tour prison in El Salvador', 'SV', ['US']],
    ['Human Rights Watch visits Haiti’s National Penitentiary', 'HT', ['org:NGO']],
  ])('%s', (title, host, visitors) => {
    const found = visit(title);
    expect(found?.host).toBe(host);
    expect([...(found?.visitors ?? [])].sort()).toEqual(visitors);
  });

  it('reads a visit in the other direction', () => {
    const found = visit(
      'Bukele recorre la cárcel La Reforma en Costa Rica',
      'El presidente de El Salvador, Nayib Bukele, visitó el martes la cárcel La Reforma, en Alajuela, Costa Rica.',
    );
    expect(found).toMatchObject({ host: 'CR', visitors: ['SV'], facility: 'La Reforma' });
  });

  it('takes no surname for a city', () => {
    const found = visit(
      'Ministro Rabat viajará a Brasil para conocer una cárcel federal',
      'El ministro de Justicia de Chile, Fernando Rabat, viajará a Brasil y visitará la prisión de Mossoró. Rabat volverá el jueves.',
    );
    expect(found).toMatchObject({ host: 'BR', visitors: ['CL'] });
  });

  it('gives an adjective that two countries share to the one named', () => {
    const title = 'Le ministre congolais de la Justice visite une prison en Turquie';
    expect(visit(title, 'Il en a parlé à son retour à Brazzaville.')?.visitors).toEqual(['CG']);
    expect(visit(title, 'Il en a parlé à son retour à Kinshasa.')?.visitors).toEqual(['CD']);
    expect(visit(title)?.visitors).toEqual(['CD']);
  });

  it('lets those go along who are listed with one who goes', () => {
    const found = visit(
      'Jefes policiales recorren la megacárcel salvadoreña',
      'Los jefes de policía de Guatemala, Rubén Tojil; Honduras, Nelson Bardales, y Panamá, Iván Quirós, recorrieron el martes el Cecot en El Salvador.',
    );
    expect(found?.host).toBe('SV');
    expect([...(found?.visitors ?? [])].sort()).toEqual(['GT', 'HN', 'PA']);
  });

  it('sends a state or a body, not the one with the other that pays', () => {
    const found = visit(
      'Fiscales de Paraguay visitan una cárcel de Italia',
      'Los fiscales paraguayos visitaron el martes la cárcel de Bancali, en Italia. El viaje lo paga la Unión Europea con un programa de la Unión Europea.',
    );
    expect(found).toMatchObject({ host: 'IT', visitors: ['PY'] });
  });

  it('does not send those whom the news was told', () => {
    const found = visit(
      'Minister back from El Salvador prison',
      "Guyana's Minister of Home Affairs told reporters on Tuesday that he visited the mega-prison in El Salvador. He told journalists it was clean.",
    );
    expect(found).toMatchObject({ host: 'SV', visitors: ['GY'] });
  });

  it('lets a prison say who is at home', () => {
    const found = visit(
      'Costa Rica revisa la obra del CACCO con ayuda salvadoreña',
      'La ministra de Justicia de Costa Rica, Rebeca Montiel, recorrió el lunes las obras de la cárcel CACCO, en Alajuela, con una misión técnica de El Salvador que trabajó en el Cecot.',
    );
    expect(found).toMatchObject({ host: 'CR', visitors: ['SV'], facility: 'CACCO' });
  });

  it('takes for the guest at such a prison whom the story tells of, not who watches', () => {
    const text = {
      ...story(
        'Costa Rica revisa la obra del CACCO con ayuda salvadoreña',
        'La ministra de Justicia de Costa Rica, Rebeca Montiel, recorrió el lunes la construcción de la cárcel CACCO, en Alajuela, junto a una misión técnica de El Salvador.\n\nLos cuatro ingenieros salvadoreños participaron en la obra del Cecot y asesoran ahora a sus colegas costarricenses.\n\nPanamá, que estudia un nuevo penal, sigue de cerca el proyecto, dijo una fuente del Ministerio de Gobierno.',
      ),
      summary:
        'La ministra de Justicia costarricense fue a la obra en Alajuela con expertos que participaron en la construcción del Cecot.',
      outletCountry: 'PA',
    };
    expect(extractVisit(analyseStory(text))).toMatchObject({ host: 'CR', visitors: ['SV'] });
  });

  it('keeps who refuses at home', () => {
    const found = visit(
      "El Salvador's vice president rejects U.S. senator's request to visit prisoner",
      "The vice president of El Salvador rejected a request by U.S. Sen. Chris Van Hollen to visit a man held in the country's mega-prison.",
    );
    expect(found).toMatchObject({ host: 'SV', visitors: ['US'], status: 'denied' });
  });

  it('takes a domestic visit for none', () => {
    expect(
      visit(
        'Ministro de Justicia de Perú visita el penal de Lurigancho',
        'El ministro peruano recorrió el penal de Lurigancho, en Lima.',
      ),
    ).toBeNull();
    expect(visitEvidence(analyseStory(story('Ministro peruano visita el penal de Lurigancho')))).toBe(0);
  });

  it('weighs the evidence of a visit from abroad', () => {
    const strong = visitEvidence(
      analyseStory(story('Ministro de Justicia de Perú visita cárceles de Ecuador')),
    );
    expect(strong).toBeGreaterThan(1);
    expect(visitEvidence(analyseStory(story('Gobierno de Perú anuncia nuevas cárceles')))).toBe(0);
  });
});

describe('the facility', () => {
  it.each<[string, string | null]>([
    ['Ministra argentina visita el Cecot en El Salvador', 'CECOT'],
    ['Ministra argentina visita la megacárcel de Bukele', 'CECOT'],
    ['Argentine minister tours El Salvador’s mega-prison', 'CECOT'],
    ['Alcalde de Lima viajará a El Salvador para construir cárceles similares al Cecot', null],
    ['Delegación peruana visita Ecuador y estudia cárcel inspirada en el Cecot', null],
    ['Delegación noruega visita la Penitenciaría del Litoral en Ecuador', 'Penitenciaría del Litoral'],
    ['Senadores chilenos visitan el penal de Pocollay en Perú', 'Pocollay'],
    ['Delegación chilena visita cárceles de Ecuador', null],
  ])('%s', (title, facility) => expect(visit(title)?.facility ?? null).toBe(facility));

  it('is not a mega-prison that was not yet built', () => {
    const analysed = analyseStory(
      story('Ministro peruano visita la prisión en El Salvador', '', '2012-05-01'),
    );
    expect(extractVisit(analysed)?.facility).toBeNull();
  });
});

describe('the status', () => {
  it.each<[string, string]>([
    ['Ministro de Perú visitará cárceles de Ecuador', 'announced'],
    ['Ministro de Perú visitó cárceles de Ecuador', 'completed'],
    ['Ministro de Perú visita cárceles de Ecuador', 'completed'],
    ['Peruvian minister to visit prisons in Ecuador next week', 'announced'],
    ['Peruvian minister postpones visit to prisons in Ecuador', 'postponed'],
    ['Peruvian minister cancels visit to prisons in Ecuador', 'cancelled'],
    ['Peruvian minister denied entry to prison in Ecuador', 'denied'],
    ['Ministro peruano aplaza su visita a las cárceles de Ecuador', 'postponed'],
    ['Ministro peruano canceló su visita a las cárceles de Ecuador', 'cancelled'],
    ['Ecuador negó el ingreso de senadores peruanos a la cárcel de Turi', 'denied'],
    ['CIDH inicia visita a las cárceles de Ecuador', 'under-way'],
    ['Congresistas de Perú proponen visitar la megacárcel de El Salvador', 'proposed'],
    ['Ministro peruano adia visita a presídios do Equador', 'postponed'],
    ['Deputados do Peru são impedidos de entrar em presídio no Equador', 'denied'],
    ['Ministra do Peru vai visitar presídios no Equador', 'announced'],
    ['La ministre péruvienne se rendra au Salvador pour visiter une prison', 'announced'],
    ['La ministre péruvienne a annulé sa visite dans une prison du Salvador', 'cancelled'],
    ['La ministre péruvienne a visité une prison au Salvador', 'completed'],
  ])('%s', (title, status) => expect(visit(title)?.status).toBe(status));

  it('is never set by words inside quotation marks', () => {
    const found = visit(
      'Ministro de Perú visitó cárceles de Ecuador',
      'El ministro de Justicia de Perú visitó cárceles de Ecuador. "El próximo año visitaremos otra vez las prisiones del país", dijo.',
    );
    expect(found?.status).toBe('completed');
  });
});

describe('the date', () => {
  it.each<[string, string, string | null]>([
    [
      'Ministro de Perú visita cárceles de Ecuador',
      'El ministro de Perú visitó el lunes las cárceles de Ecuador.',
      '2026-03-09',
    ],
    [
      'Ministro de Perú visitará cárceles de Ecuador',
      'El ministro de Perú visitará el lunes las cárceles de Ecuador.',
      '2026-03-16',
    ],
    [
      'Ministro do Peru visita presídios do Equador',
      'O ministro do Peru visitou nesta segunda-feira (9) presídios do Equador.',
      '2026-03-09',
    ],
    [
      'Peruvian minister visits prisons in Ecuador',
      'The Peruvian minister visited prisons in Ecuador last week.',
      '2026-03',
    ],
    [
      'Le ministre péruvien a visité une prison au Salvador',
      'Le ministre péruvien a visité jeudi une prison au Salvador.',
      '2026-03-05',
    ],
    [
      'Ministro de Perú visita cárceles de Ecuador',
      'El ministro de Perú visitó las cárceles de Ecuador.',
      '2026-03',
    ],
    [
      'Ministro de Perú visitará cárceles de Ecuador',
      'El ministro de Perú, según anunció el lunes, visitará las cárceles de Ecuador.',
      null,
    ],
  ])('%s / %s', (title, body, date) => expect(visit(title, body)?.date).toBe(date));

  it('is a stretch when several days are named', () => {
    const found = visit(
      'CIDH visitará cárceles de Ecuador',
      'La CIDH visitará las cárceles de Ecuador del 16 al 18 de marzo.',
    );
    expect(found).toMatchObject({ date: '2026-03-16', endDate: '2026-03-18' });
  });
});

describe('the officials', () => {
  const names = (found: Visit | null): string[] => (found?.officials ?? []).map(({ name }) => name);

  it('are named in full, without their titles, with their office', () => {
    const found = visit(
      'Rojas visita la megacárcel de El Salvador',
      'La ministra de Justicia de Perú, Elena Rojas Paz, visitó el lunes el Cecot. Rojas fue recibida por el ministro salvadoreño Gustavo Villatoro.',
    );
    expect(found?.officials).toEqual([{ name: 'Elena Rojas Paz', role: 'ministra de Justicia' }]);
  });

  it('include those who come along and leave out earlier visitors', () => {
    const found = visit(
      'Ministra de Perú visita el Cecot',
      'La ministra de Justicia de Perú, Elena Rojas, visitó el Cecot acompañada por el jefe del INPE, Mario Tapia. ' +
        'Recorrieron dos módulos. Conversaron con guardias. También han visitado la prisión el costarricense Rodrigo Chaves y la estadounidense Kristi Noem.',
    );
    expect(names(found)).toEqual(['Elena Rojas', 'Mario Tapia']);
  });

  it.each<[string, string, string]>([
    ['en', 'Peruvian justice minister Elena Rojas toured prisons in Ecuador on Monday.', 'Elena Rojas'],
    ['pt', 'A ministra da Justiça do Peru, Elena Rojas, visitou presídios no Equador.', 'Elena Rojas'],
    [
      'fr',
      'La ministre péruvienne de la Justice, Elena Rojas, a visité des prisons au Salvador.',
      'Elena Rojas',
    ],
  ])('in %s', (_lang, body, name) => expect(names(visit('', body))).toEqual([name]));

  it('are known by surname from earlier stories', () => {
    const found = visit(
      'Zubizarreta visita cárceles de Ecuador',
      'Zubizarreta visitó el lunes las cárceles de Ecuador.',
      {
        persons: (surname) =>
          surname === 'Zubizarreta'
            ? { name: 'Ana Zubizarreta', role: 'ministra de Justicia', party: 'PE' }
            : null,
      },
    );
    expect(found?.officials).toEqual([{ name: 'Ana Zubizarreta', role: 'ministra de Justicia' }]);
    expect(found?.visitors).toEqual(['PE']);
  });

  it('are not the hosts, lawyers or presidents whose government is spoken of', () => {
    const found = visit(
      'U.S. senator visits prison in El Salvador',
      'U.S. Sen. Laura Whitcomb visited the CECOT prison in El Salvador with lawyer Tom Hale. She met President Nayib Bukele. The Trump administration said nothing.',
    );
    expect(names(found)).toEqual(['Laura Whitcomb']);
  });
});

it('shows the words that filled each slot', () => {
  const title = 'Ministra argentina visita el Cecot en El Salvador';
  const found = visit(title);
  const words = (slot: string) =>
    (found?.evidence[slot] ?? []).map(({ start, end }) => title.slice(start, end));
  expect(words('facility')).toEqual(['Cecot']);
  expect(words('visitors')).toContain('argentina');
  expect(words('host').length).toBeGreaterThan(0);
  expect(words('status').length).toBeGreaterThan(0);
});
