import { analyseStory } from '../../../src/meaning/read';
import { extractVisit } from '../../../src/meaning/visit/extract-visit';

const statusOf = (title: string) =>
  extractVisit(analyseStory({ title, summary: '', body: '', published: '2025-05-14' }))?.status;

describe('what is meant beside the tense', () => {
  it.each([
    ['El ministro peruano de Justicia no viajará a El Salvador para visitar el CECOT', 'cancelled'],
    ['Senadores brasileiros não embarcam para El Salvador, onde veriam o CECOT', 'cancelled'],
    ['Chilean minister of justice will not fly to El Salvador to inspect CECOT', 'cancelled'],
    ['Le ministre français de la Justice ne se rendra pas au Salvador pour visiter le CECOT', 'cancelled'],
    [
      'Queda para 2026 la visita del ministro uruguayo del Interior a la cárcel española de Soto del Real',
      'postponed',
    ],
    ['Diputada chilena quiere que la comisión de Seguridad de la Cámara vaya a conocer el CECOT', 'proposed'],
    ['Deputado brasileiro quer que a comissão de Segurança visite o CECOT em El Salvador', 'proposed'],
    ['New Jersey senator thinks of visiting CECOT in El Salvador', 'proposed'],
    ['Des sénateurs français souhaitent visiter la prison CECOT au Salvador', 'proposed'],
    ['Lo que vio el ministro peruano de Justicia en el CECOT de El Salvador', 'completed'],
    ['Ce que le ministre français de la Justice a vu au CECOT, au Salvador', 'completed'],
    ['Nigerian prison officers are spending the week at Luzira prison in Uganda', 'under-way'],
    ['El ministro peruano de Justicia anunció que viajaría a El Salvador para visitar el CECOT', 'announced'],
    ['Bullrich se asomará el domingo a la prisión de los pandilleros en Tecoluca', 'announced'],
    ['Colombia obtiene permiso para visitar a sus presos en El Rodeo, Venezuela', 'announced'],
    ['Senator rebuffed in El Salvador over man deported in error', 'denied'],
    ['Se cae el viaje de diputados costarricenses a la prisión de Tecoluca', 'cancelled'],
    [
      'Legisladores de todos los partidos chilenos quieren que el Senado mande un grupo al penal salvadoreño',
      'proposed',
    ],
  ])('%s: %s', (title, status) => expect(statusOf(title)).toBe(status));
});
