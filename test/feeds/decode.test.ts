import iconv from 'iconv-lite';
import * as fc from 'fast-check';
import { decodeBody } from '../../src/feeds/decode';

const xml = (encoding: string | null, title: string): string =>
  `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><rss><channel><title>${title}</title></channel></rss>`;
const spanish = 'Comisión visitó la cárcel de “El Ángel” – señaló €';
const western = 'Comisión visitó la cárcel: señaló';

const cases: readonly [
  name: string,
  bytes: Buffer,
  type: string | null,
  title: string,
  charset: string,
  guessed: boolean,
][] = [
  ['UTF-8', Buffer.from(xml('utf-8', spanish)), null, spanish, 'utf-8', false],
  ['UTF-8 with a mark', Buffer.from('\ufeff' + xml(null, spanish)), null, spanish, 'utf-8', false],
  [
    'UTF-8 that HTTP calls ISO-8859-1',
    Buffer.from(xml(null, spanish)),
    'text/xml; charset=ISO-8859-1',
    spanish,
    'utf-8',
    false,
  ],
  [
    'UTF-8 that declares windows-1252',
    Buffer.from(xml('windows-1252', spanish)),
    null,
    spanish,
    'utf-8',
    false,
  ],
  [
    'windows-1252 declared',
    iconv.encode(xml('windows-1252', spanish), 'win1252'),
    null,
    spanish,
    'windows-1252',
    false,
  ],
  [
    'ISO-8859-1 declared, windows-1252 meant',
    iconv.encode(xml('ISO-8859-1', spanish), 'win1252'),
    null,
    spanish,
    'windows-1252',
    false,
  ],
  [
    'HTTP charset in quotes',
    iconv.encode(xml(null, spanish), 'win1252'),
    'application/rss+xml; charset="ISO-8859-1"',
    spanish,
    'windows-1252',
    false,
  ],
  [
    'HTTP charset before the declaration',
    iconv.encode(xml('koi8-r', western), 'win1252'),
    'text/xml;charset=windows-1252',
    western,
    'windows-1252',
    false,
  ],
  [
    'ISO-8859-15',
    iconv.encode(xml('iso-8859-15', 'Preso a 100 €'), 'iso-8859-15'),
    null,
    'Preso a 100 €',
    'iso-8859-15',
    false,
  ],
  ['Shift_JIS', iconv.encode(xml('shift_jis', '刑務所'), 'shift_jis'), null, '刑務所', 'shift_jis', false],
  ['GB2312', iconv.encode(xml('gb2312', '监狱'), 'gb2312'), null, '监狱', 'gb2312', false],
  [
    'UTF-16 with a mark',
    Buffer.from('\ufeff' + xml('utf-16', spanish), 'utf16le'),
    null,
    spanish,
    'utf-16le',
    false,
  ],
  ['UTF-16LE without', Buffer.from(xml('utf-16', spanish), 'utf16le'), null, spanish, 'utf-16le', false],
  [
    'UTF-16BE without',
    Buffer.from(xml('utf-16', spanish), 'utf16le').swap16(),
    null,
    spanish,
    'utf-16be',
    false,
  ],
  ['UTF-32BE without', iconv.encode(xml('utf-32', spanish), 'utf-32be'), null, spanish, 'utf-32be', false],
  [
    'nothing declared',
    iconv.encode(xml(null, spanish), 'win1252'),
    'text/xml',
    spanish,
    'windows-1252',
    true,
  ],
  [
    'UTF-8 declared, windows-1252 sent',
    iconv.encode(xml('utf-8', western), 'win1252'),
    'text/xml; charset=utf-8',
    western,
    'windows-1252',
    true,
  ],
  ['an unknown label', iconv.encode(xml('x-mine', western), 'win1252'), null, western, 'windows-1252', true],
  [
    'one windows-1252 byte pasted into UTF-8',
    Buffer.concat([Buffer.from(xml('utf-8', 'Comisión visitó ')), Buffer.from([0x92]), Buffer.from('ñandú')]),
    null,
    'Comisión visitó ',
    'utf-8',
    true,
  ],
  [
    'UTF-8 cut inside a letter',
    Buffer.from(xml('utf-8', spanish) + 'ó').subarray(0, -1),
    null,
    spanish,
    'utf-8',
    true,
  ],
];

test.each(cases)('%s', (_, bytes, type, title, charset, guessed) => {
  const decoded = decodeBody(bytes, type);
  expect(/<title>(.*)<\/title>/.exec(decoded.text)?.[1]).toBe(title);
  expect(decoded).toMatchObject({ charset, guessed });
});

test('byte 0x92 is an apostrophe, where TextDecoder of some Node releases leaves a control character', () => {
  const bytes = Buffer.from([0x44, 0x92, 0x41, 0x80, 0x93, 0x94]);
  expect(decodeBody(bytes, 'text/xml; charset=windows-1252').text).toBe('D’A€“”');
  expect(decodeBody(bytes, 'text/xml; charset=iso-8859-1').text).toBe('D’A€“”');
});

test('control characters that a tool copied from windows-1252 into UTF-8 become what was typed', () => {
  expect(decodeBody(Buffer.from('\u0093CECOT\u0094 \u0096 \u0080')).text).toBe('“CECOT” – €');
});

test('any bytes give text, and valid UTF-8 gives itself', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(typeof decodeBody(bytes).text).toBe('string');
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-záéíóúñ¿¡<> €]{5,60}$/), (text) => {
      expect(decodeBody(Buffer.from(text)).text).toBe(text);
    }),
  );
});
