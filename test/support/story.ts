import type { Kind, Visit } from '../../src/meaning/reading';
import type { Story } from '../../src/stories/story';

type Parts = Partial<Omit<Story, 'reading'>> & {
  kinds?: Kind[];
  countries?: string[];
  visit?: Partial<Visit> | null;
  lang?: 'es' | 'en' | 'pt' | 'fr';
};

let made = 0;

/** A story as ingest would store it, with the given parts. */
export function aStory({
  kinds = ['delegation-visit'],
  countries = ['EC', 'SV'],
  visit,
  lang = 'es',
  ...parts
}: Parts = {}): Story {
  const id = parts.id ?? `story-${++made}`;
  return {
    id,
    url: `https://diario.example/${id}`,
    link: `https://diario.example/${id}`,
    source: 'diario.example',
    outlet: 'El Diario',
    outletCountry: 'EC',
    title: `Noticia ${id}`,
    summary: '',
    body: '',
    published: '2026-11-17T12:00:00.000Z',
    seen: '2026-11-17T12:10:00.000Z',
    feedId: 'feed',
    lexicon: 'test',
    ...parts,
    reading: {
      lang,
      relevant: true,
      kinds: kinds.map((kind) => ({ kind, score: 5, reasons: [] })),
      countries,
      visit:
        visit === null || (visit === undefined && !kinds.includes('delegation-visit'))
          ? null
          : {
              visitors: ['EC'],
              host: 'SV',
              facility: 'CECOT',
              officials: [{ name: 'John Reimberg', role: 'ministro del Interior' }],
              status: 'completed',
              date: '2026-11-17',
              endDate: null,
              evidence: {},
              ...visit,
            },
      thin: false,
      persons: [],
    },
  };
}
