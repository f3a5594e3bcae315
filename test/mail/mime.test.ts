import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { HeaderInjection, headerText } from '../../src/mail/header-injection';
import { extraHeaders } from '../../src/mail/headers';
import { AddressRefused, type Message, toMime } from '../../src/mail/mime';

const message: Message = {
  from: { name: 'Vigía', address: 'alerts@vigia.example' },
  to: 'reader@example.org',
  subject: 'Subject',
  headers: [],
  text: 'text\n',
  html: '<p>html</p>\n',
  date: new Date('2026-03-12T14:20:00Z'),
  messageId: '<id@vigia.example>',
};

test.each([
  'a@example.org\r\nBcc: b@example.org',
  'a@example.org, b@example.org',
  'Ana <a@example.org>',
  'ñ@example.org',
  'no-address',
])('refuses %j as a reader', async (to) => {
  await expect(toMime({ ...message, to })).rejects.toThrow(AddressRefused);
});

test.each([
  { from: { name: 'V\r\nBcc: x@example.org', address: 'alerts@vigia.example' } },
  { headers: [['X-Test', 'a\r\nBcc: x@example.org'] as const] },
  { headers: [['X-Test\r\nBcc', 'x'] as const] },
  { messageId: '<a>\nBcc: x@example.org' },
])('refuses a line break in a header: %j', async (parts) => {
  await expect(toMime({ ...message, ...parts })).rejects.toThrow(HeaderInjection);
});

test('whatever a title or a query holds, it stays in its header', async () => {
  const wild = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
  const sender = {
    name: 'V',
    address: 'a@vigia.example',
    unsubscribeTo: 'u@vigia.example',
    stage: 'test',
    configurationSet: 'v',
  };
  await fc.assert(
    fc.asyncProperty(wild, wild, async (subject, query) => {
      const headers = extraHeaders(sender, {
        mailKey: 'key',
        kind: 'alert',
        list: { id: 'abc', name: query, unsubscribe: 'https://vigia.example/unsubscribe/s/t' },
      });
      const mail = await PostalMime.parse(
        await toMime({ ...message, subject: `${subject}\r\nBcc: x@example.org`, headers }),
      );
      expect(mail.bcc ?? []).toEqual([]);
      expect(mail.headers).toHaveLength(5 + headers.length + 2);
      expect(mail.text!.trim()).toBe('text');
      expect(mail.headers.find(({ key }) => key === 'list-id')!.value).toMatch(/<abc\.vigia\.example>$/);
    }),
    { numRuns: 60, seed: 8 },
  );
});

test('a subject of any letters comes back unchanged', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aé ñ“”—日😀=?_'), minLength: 1, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(letters, async (subject) => {
      const mail = await PostalMime.parse(await toMime({ ...message, subject }));
      expect(mail.subject ?? '').toBe(headerText(subject));
    }),
    { numRuns: 60, seed: 9 },
  );
});
