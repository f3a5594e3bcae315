import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import type { NewsEvent } from '../../src/events/event';
import { atom, jsonFeed, xml } from '../../src/site/feeds-out';
import { freshForm } from '../../src/site/form-values';
import { eventPage } from '../../src/site/pages/event';
import { homePage, waitPage } from '../../src/site/pages/home';
import { ledgerPage } from '../../src/site/pages/ledger';
import { SPEECH } from '../../src/site/speech';
import { visitRow, visitsCsv } from '../../src/site/visit-table';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    'javascript:alert(1)',
    ']]><evil/>',
    '</textarea></title></style><svg onload=alert(1)>',
    '&lt;b&gt;',
    '=cmd|calc',
    '\u0000\u0008\ufffe\ud800',
  ),
);

const eventOf = (text: string): NewsEvent =>
  ({
    id: text,
    kinds: ['delegation-visit'],
    titles: { es: text, [text]: text },
    countries: [text],
    visit: {
      visitors: [text],
      host: text,
      facility: text,
      officials: [{ name: text, role: text }],
      status: 'completed',
      date: '2026-11-20',
      endDate: null,
    },
    timeline: [{ status: 'completed', at: '2026-11-20', storyId: 's' }],
    stories: [
      {
        id: 's',
        link: text,
        outlet: text,
        source: text,
        lang: text,
        title: text,
        published: '2026-11-20T00:00:00Z',
        seen: '',
        copyOf: null,
      },
    ],
    first: '2026-11-20T00:00:00Z',
    last: '2026-11-20T00:00:00Z',
    update: 0,
    version: 1,
  }) as NewsEvent;
const storyOf = (text: string) => {
  const sentence = { zone: 'title', start: 0, end: text.length };
  const reasons = [{ rule: text, points: 1, sentence, evidence: [{ zone: 'title', start: 1, end: 3 }] }];
  return {
    outlet: text,
    title: text,
    reading: { lang: text, kinds: [{ kind: 'delegation-visit', score: 1, reasons }] },
  } as never;
};

const speech = SPEECH.es;
const to = (path: string) => path;
const pagesOf = (text: string) => {
  const event = eventOf(text);
  const form = { ...freshForm('es', text), address: text, timeZone: text };
  const found = [
    { eventId: text, title: text, lang: text, outlet: text, link: text, published: '2026-11-20', stories: 1 },
  ];
  const trouble = { field: 'query', text, at: 1 };
  return [
    homePage({
      speech,
      to,
      form,
      stamp: text,
      guessZone: true,
      events: [event],
      preview: { reading: text, unknownWords: [text], found },
      trouble,
    }),
    waitPage({
      speech,
      action: '/subscribe',
      form,
      stamp: text,
      wait: text,
      seconds: 9,
      early: false,
      challenge: { text },
    }),
    eventPage(event, [storyOf(text)], speech, to).body,
    ledgerPage({
      speech,
      to,
      lang: text,
      filter: { host: text },
      facets: { hosts: [text], visitors: [text], years: [text] },
      events: [event],
      cut: true,
    }),
  ];
};

/** The elements of a text in order, with their attributes, as a parser sees them. */
function elementsOf(text: string, xmlMode = false) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new Parser(
    { onopentag: (name, attributes) => void elements.push({ name, attributes }) },
    { xmlMode },
  );
  parser.end(text);
  return elements;
}

test('whatever feeds and visitors write stays text on every page', () => {
  const shape = (text: string) =>
    pagesOf(text).map((page) => {
      const elements = elementsOf(String(page));
      const attributes = elements.flatMap((element) => Object.keys(element.attributes));
      expect(attributes.filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
      const links = elements.map((element) => element.attributes['href'] ?? '');
      expect(links.filter((link) => /^\s*javascript:/i.test(link))).toEqual([]);
      const names = elements.map(({ name }) => name).filter((name) => name !== 'mark');
      return names.join(' ');
    });
  const plain = shape('plain');
  const several = hostile.filter((text) => text.length > 3);
  fc.assert(
    fc.property(several, (text) => expect(shape(text)).toEqual(plain)),
    { numRuns: 40 },
  );
});

test('feeds out are well-formed whatever they carry', () => {
  const feedOf = (text: string) => {
    const moment = '2026-11-20T00:00:00Z';
    const item = { id: text, title: text, lang: 'es', link: text, published: moment, updated: moment, text };
    return { title: text, self: text, home: text, author: text, updated: moment, items: [item, item] };
  };
  const shape = (text: string) => elementsOf(atom(feedOf(text)), true).map(({ name }) => name);
  const plain = shape('plain');
  expect(plain.filter((name) => name === 'entry')).toHaveLength(2);
  fc.assert(
    fc.property(hostile, (text) => {
      expect(shape(text)).toEqual(plain);
      expect(xml(text)).not.toMatch(/[<>"']|[^\t\n\r\x20-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
      expect(JSON.parse(jsonFeed(feedOf(text))).items[0].title).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('no cell of a download is a formula or leaves its column', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [, line = ''] = visitsCsv([visitRow(eventOf(text))!]).split(/\r\n(?="|$)/);
      const cells = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell]) => cell!);
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
