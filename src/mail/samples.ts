import type { Why } from '../alerts/why';
import type { EventStory, NewsEvent } from '../events/event';
import type { Frequency, MailLanguage } from '../subscriptions/subscription';
import type { NoticeContext } from './compose/notice';
import type { Asked, Reader } from './compose/reader';
import type { ToldEvent } from './compose/told-event';
import type { NoticeKind } from '../alerts/outbox-row';

/** Made-up news and readers, in the wording of the region, for previews and tests. */

const SITE = 'https://vigia.example';
const NOW = new Date('2026-03-12T14:20:00Z');

const story = (
  n: number,
  outlet: string,
  lang: string,
  title: string,
  more: Partial<EventStory> = {},
): EventStory => ({
  id: `story-${n}`,
  link: `https://${outlet.toLowerCase().replace(/[^a-z]+/g, '')}.example/nota/${n}`,
  outlet,
  source: `${outlet.toLowerCase().replace(/[^a-z]+/g, '')}.example`,
  lang,
  title,
  published: `2026-03-12T13:${String(10 + n).padStart(2, '0')}:00Z`,
  seen: `2026-03-12T13:${String(24 + n).padStart(2, '0')}:00Z`,
  copyOf: null,
  ...more,
});

export const visit: NewsEvent = {
  id: '5d2f0c8ce1a94b7f9f1e6a1b2c3d4e5f',
  kinds: ['delegation-visit', 'cooperation'],
  titles: { es: 'Ministros de Ecuador recorren el Cecot en El Salvador' },
  countries: ['SV', 'EC'],
  visit: {
    visitors: ['EC'],
    host: 'SV',
    facility: 'CECOT',
    officials: [
      { name: 'Lucía Andrade', role: 'ministra del Interior' },
      { name: 'Gonzalo Peñaherrera', role: 'ministro de Defensa' },
    ],
    status: 'completed',
    date: '2026-03-11',
    endDate: '2026-03-12',
  },
  timeline: [
    { status: 'announced', at: '2026-03-08T16:00:00Z', storyId: 'story-1' },
    { status: 'under-way', at: '2026-03-11T15:30:00Z', storyId: 'story-2' },
    { status: 'completed', at: '2026-03-12T13:11:00Z', storyId: 'story-3' },
  ],
  stories: [
    story(1, 'El Faro del Litoral', 'es', 'Ministros de Ecuador recorren el Cecot en El Salvador'),
    story(2, 'Gaceta Andina', 'es', 'Andrade y Peñaherrera cierran su visita a la megacárcel salvadoreña'),
    story(
      3,
      'Isthmus Daily',
      'en',
      'Ecuador’s ministers tour El Salvador’s mega-prison, weigh building their own',
    ),
    story(4, 'Jornal do Cone', 'pt', 'Ministros do Equador visitam o Cecot e falam em “modelo”'),
    story(5, 'Agence Antillaise', 'fr', 'Deux ministres équatoriens visitent la prison géante du Salvador'),
    story(6, 'Radio Cordillera', 'es', 'Ministros de Ecuador recorren el Cecot en El Salvador', {
      copyOf: 'story-1',
    }),
  ],
  first: '2026-03-08T16:00:00Z',
  last: '2026-03-12T13:16:00Z',
  update: 2,
  version: 7,
};

const reform: NewsEvent = {
  ...visit,
  id: 'a41f0c8ce1a94b7f9f1e6a1b2c3d4e60',
  kinds: ['prison-reform'],
  titles: { es: 'El Congreso peruano aprueba la reforma del sistema penitenciario' },
  countries: ['PE'],
  visit: null,
  timeline: [],
  stories: [
    story(11, 'Diario del Rímac', 'es', 'El Congreso peruano aprueba la reforma del sistema penitenciario'),
    story(12, 'Andes Report', 'en', 'Peru’s Congress passes prison overhaul <after> two years'),
  ],
};

const why: Why = {
  sentence:
    'La ministra del Interior, Lucía Andrade, y el titular de Defensa recorrieron este jueves los módulos del Centro de Confinamiento del Terrorismo (Cecot), en Tecoluca.',
  lang: 'es',
  storyId: 'story-1',
  outlet: 'El Faro del Litoral',
  link: 'https://elfarodellitoral.example/nota/1',
  words: ['recorrieron', 'Cecot'],
};

const READINGS: Readonly<Record<MailLanguage, readonly string[]>> = {
  es: ['visitas oficiales al CECOT, de cualquier país', 'reforma penitenciaria en Perú'],
  en: ['official visits to CECOT, any country', 'prison reform in Peru'],
  pt: ['visitas oficiais ao CECOT, de qualquer país', 'reforma prisional no Peru'],
};

export const sampleReader = (language: MailLanguage): Reader => ({
  language,
  timeZone:
    language === 'pt' ? 'America/Sao_Paulo' : language === 'en' ? 'America/Port_of_Spain' : 'America/Lima',
  preferences: `${SITE}/preferences/person/token`,
  unsubscribeAll: `${SITE}/unsubscribe-all/person/token`,
  now: NOW,
});

export const sampleAsked = (language: MailLanguage, frequency: Frequency = 'instant'): Asked[] =>
  ['CECOT visit', 'reforma penitenciaria Perú'].map((query, i) => ({
    subscription: {
      subscriptionId: `sub-${i}`,
      query,
      queryHash: `${i}b7c9d4e5f60718293a4b5c6d7e8f901`,
      frequency,
    },
    reading: READINGS[language][i]!,
    unsubscribe: `${SITE}/unsubscribe/sub-${i}/token`,
  }));

export function sampleVisit(language: MailLanguage, follows = false): ToldEvent {
  const [asked] = sampleAsked(language);
  return { event: visit, page: `${SITE}/events/${visit.id}`, follows, asked: [{ ...asked!, why }] };
}

export function sampleDigest(language: MailLanguage): ToldEvent[] {
  const [first, second] = sampleAsked(language, 'daily');
  const told = { event: reform, page: `${SITE}/events/${reform.id}`, follows: false };
  return [
    { ...sampleVisit(language, true), asked: [{ ...first!, why }] },
    { ...told, asked: [{ ...second!, why: null }] },
  ];
}

export const sampleContext = (language: MailLanguage): NoticeContext => ({
  reader: sampleReader(language),
  asked: sampleAsked(language).slice(0, 1),
  confirm: `${SITE}/confirm/person/token`,
  notMe: `${SITE}/not-me/person/token`,
  feed: (id) => `${SITE}/feed/${id}/token.atom`,
});

const latest = visit.stories
  .slice(0, 3)
  .map(({ title, link, outlet, lang }) => ({ title, link, outlet, lang }));

export const sampleData: Readonly<Record<NoticeKind, Readonly<Record<string, unknown>>>> = {
  confirmation: { query: 'CECOT visit' },
  welcome: { query: 'CECOT visit', preview: { events: 4, perWeek: 0.9, latest } },
  'already-subscribed': { query: 'CECOT visit' },
  goodbye: { query: 'CECOT visit' },
  suspension: { because: 'bounce' },
  'still-watching': {
    month: '2026-02',
    checks: 81_204,
    feedsUp: 291,
    feeds: 302,
    stories: 30_418,
    mails: 3,
    near: [{ ...latest[2], missing: 'CECOT' }],
  },
  'operator-report': {
    week: '2026-03-08',
    sections: [
      { about: 'dead-feeds', lines: ['diario-del-sur.example/rss: 410 Gone since 2026-03-02'], more: 2 },
      {
        about: 'lost-overlaps',
        lines: ['cable-regional.example/feed: 3 polls in which items may have been missed'],
      },
      { about: 'bounces', lines: ['2 hard bounces, 0 complaints of 4,120 mails'] },
      { about: 'in-doubt', lines: ['1 mail without proof of sending was sent once more'] },
    ],
  },
};
