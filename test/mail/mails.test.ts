import PostalMime from 'postal-mime';
import { alertLetter } from '../../src/mail/compose/alert';
import { digestLetter } from '../../src/mail/compose/digest';
import { previews, type Preview } from '../../src/mail/preview';
import { sampleReader, sampleVisit } from '../../src/mail/samples';
import { toHtml } from '../../src/mail/to-html';
import { toText } from '../../src/mail/to-text';

const sender = {
  name: 'Vigía',
  address: 'alerts@vigia.example',
  unsubscribeTo: 'unsubscribe@vigia.example',
  stage: 'test',
  configurationSet: 'vigia',
};
let all: Preview[];
beforeAll(async () => void (all = await previews(sender, 'lectora@example.org')));
const lf = (text: string) => text.replace(/\r\n/g, '\n').trim();
const named = (name: string) => all.find((preview) => preview.name === name)!;

test('every mail comes back from a MIME parser as it was written', async () => {
  expect(all).toHaveLength(33);
  for (const { eml, letter, text, html, name } of all) {
    const mail = await PostalMime.parse(eml);
    expect([name, mail.subject]).toEqual([name, letter.subject]);
    expect(mail.from).toMatchObject({ name: 'Vigía', address: sender.address });
    expect(mail.to).toMatchObject([{ address: 'lectora@example.org' }]);
    expect(lf(mail.text!)).toBe(lf(text));
    expect(lf(mail.html!)).toBe(lf(html));
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  }
});

test('the message keeps to the limits of its standards', () => {
  for (const { eml } of all) {
    const lines = eml.toString('latin1').split('\r\n');
    expect(lines.every((line) => line.length <= 998 && !/[\r\n\u0080-\uffff]/.test(line))).toBe(true);
    const end = lines.indexOf('');
    for (const line of lines.slice(0, end)) expect(line).toMatch(/^([\x21-\x39\x3b-\x7e]+: ?|[ \t])\S?/);
    const names = lines.slice(0, end).flatMap((line) => /^([^\s:]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('news can be ended with one click, and be threaded and filtered', async () => {
  const { headers } = await PostalMime.parse(named('alert.es').eml);
  const value = (key: string) => headers.find((header) => header.key === key)?.value;
  expect(value('list-unsubscribe')).toBe(
    '<https://vigia.example/unsubscribe/sub-0/token>, <mailto:unsubscribe@vigia.example?subject=unsubscribe%20sub-0%20token>',
  );
  expect(value('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(value('list-id')).toMatch(/^"CECOT visit" <[0-9a-f]{20}\.vigia\.example>$/);
  expect(value('references')).toMatch(/^<event\.[0-9a-f]{20}@vigia\.example>$/);
  const update = await PostalMime.parse(named('update.es').eml);
  expect(update.headers.find(({ key }) => key === 'references')?.value).toBe(value('references'));
  expect(value('feedback-id')!.split(':')).toHaveLength(4);
  const confirmation = await PostalMime.parse(named('confirmation.es').eml);
  expect(confirmation.headers.some(({ key }) => key.startsWith('list-'))).toBe(false);
});

test('the HTML part is accessible, dark-ready, and has nothing to load', () => {
  for (const { html, name } of all) {
    expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${name.split('.')[1]}" dir="ltr">`));
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|<form/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('prefers-color-scheme:dark');
    for (const table of html.match(/<table[^>]*>/g)!)
      expect(table.includes('role="presentation"') || html.includes('<th scope="row"')).toBe(true);
    for (const size of html.matchAll(/font-size:(\d+)px/g))
      expect(Number(size[1])).toBeGreaterThanOrEqual(16);
  }
});

test('an alert says who visited what and when, why it came, and who else reported it', () => {
  const { text, html } = named('alert.es');
  for (const part of [text, html]) {
    for (const said of [
      'Ecuador',
      'CECOT, El Salvador',
      'Lucía Andrade (ministra del Interior)',
      'realizada',
      '11 de marzo de 2026',
      '14 minutos después de publicarse',
      'Gaceta Andina',
      'mismo texto',
      'anunciada',
    ])
      expect(part).toContain(said);
    expect(part).toContain('https://vigia.example/unsubscribe/sub-0/token');
    expect(part.replace(/\s+/g, ' ')).toContain('visitas oficiales al CECOT, de cualquier país');
    expect(part.replace(/[\s>]+/g, ' ')).toContain('recorrieron este jueves los módulos');
  }
  expect(html).toContain('<p lang="es"');
  expect(named('alert.en').text).toContain('El Faro del Litoral, in Spanish');
});

test('an update keeps the subject of the first mail', () => {
  const reader = sampleReader('es');
  expect(alertLetter(sampleVisit('es', true), reader, 'The first subject').subject).toBe('The first subject');
});

test('a story’s markup and addresses do no harm', () => {
  const told = sampleVisit('en');
  const [first, ...rest] = told.event.stories;
  const bad = {
    ...first!,
    lang: 'en',
    title: '<script>alert(1)</script>\u0007 & "more"',
    link: 'javascript:alert(1)',
  };
  const event = { ...told.event, stories: [bad, ...rest.slice(1)] };
  const html = toHtml(alertLetter({ ...told, event }, sampleReader('en')));
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/href="javascript/i);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;  &amp; &quot;more&quot;');
});

test('a digest of 100 events stays under 98 KB with every event in it; of 1,000, it counts those left out', () => {
  const reader = sampleReader('pt');
  const many = (n: number) =>
    Array.from({ length: n }, (_, i) => {
      const told = sampleVisit('pt');
      const stories = told.event.stories.map((story) => ({ ...story, title: `${story.title} (${i})` }));
      return { ...told, event: { ...told.event, id: `e${i}`, stories } };
    });
  const hundred = digestLetter(many(100), 'daily', reader);
  expect(hundred.blocks.filter(({ block }) => block === 'heading')).toHaveLength(101);
  expect(Buffer.byteLength(toHtml(hundred))).toBeLessThan(102 * 1024);
  const thousand = digestLetter(many(1000), 'daily', reader);
  expect(Buffer.byteLength(toHtml(thousand))).toBeLessThan(102 * 1024);
  const shown = thousand.blocks.filter(({ block }) => block === 'heading').length - 1;
  expect(shown).toBeGreaterThan(60);
  expect(toText(thousand)).toContain(`${1000 - shown} outros acontecimentos`);
});

test('the text part fits a terminal', () => {
  for (const { text } of all)
    for (const line of text.split('\n')) expect(line.length <= 78 || /^ *https:\S+$/.test(line)).toBe(true);
});
