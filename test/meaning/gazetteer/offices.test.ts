import { findOffices } from '../../../src/meaning/gazetteer/offices';
import type { Language } from '../../../src/meaning/reading';
import { tokenize } from '../../../src/meaning/tokens';

const offices = (text: string, lang: Language): string[] => {
  const tokens = tokenize(text);
  return findOffices(tokens, lang).map(
    ({ portfolio, from, to }) =>
      `${portfolio}: ${tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(' ')}`,
  );
};

it.each<[Language, string, string]>([
  [
    'es',
    'el ministro de Justicia y Derechos Humanos de Perú',
    'justice: ministro de Justicia y Derechos Humanos',
  ],
  ['es', 'la ministra de Relaciones Exteriores', 'foreign: ministra de Relaciones Exteriores'],
  ['es', 'el canciller chileno', 'foreign: canciller'],
  ['es', 'la presidenta electa', 'head: presidenta'],
  ['es', 'el vicepresidente Ulloa', 'vice: vicepresidente'],
  ['es', 'la alcaldesa de Quito', 'mayor: alcaldesa'],
  [
    'es',
    'el secretario general de Instituciones Penitenciarias',
    'prisons: secretario general de Instituciones Penitenciarias',
  ],
  ['es', 'el jefe del Gabinete de Ministros', 'premier: jefe del Gabinete de Ministros'],
  ['en', 'DHS Secretary Kristi Noem', 'security: DHS Secretary'],
  ['en', 'Homeland Security Secretary Kristi Noem', 'security: Homeland Security Secretary'],
  ['en', 'Sen. Chris Van Hollen', 'legislature: Sen'],
  ['en', 'the prime minister of Jamaica', 'head: prime minister'],
  ['en', 'the minister of national security', 'security: minister of national security'],
  ['pt', 'o secretário de Administração Penitenciária', 'prisons: secretário de Administração Penitenciária'],
  ['pt', 'a ministra da Justiça', 'justice: ministra da Justiça'],
  ['pt', 'o vice-presidente do país', 'vice: vice presidente'],
  ['fr', 'le garde des Sceaux', 'justice: garde des Sceaux'],
  ['fr', 'la ministre de la Justice', 'justice: ministre de la Justice'],
  ['fr', 'le premier ministre haïtien', 'head: premier ministre'],
  ['fr', 'les sénatrices', 'legislature: sénatrices'],
])('%s: %s', (lang, text, expected) => expect(offices(text, lang)).toEqual([expected]));
