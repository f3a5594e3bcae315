import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { windows1252Controls } from './windows-1252';

export interface Decoded {
  readonly text: string;
  /** Lower-case name of the charset used. */
  readonly charset: string;
  /** True when nothing declared the charset and it was assumed. */
  readonly guessed: boolean;
}

const byteOrderMarks: readonly (readonly [readonly number[], string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** How `<` and what follows it look in wide encodings without a mark; null stands for any byte but NUL. */
const nulPatterns: readonly (readonly [readonly (number | null)[], string])[] = [
  [[0, 0, 0, null], 'utf-32be'],
  [[null, 0, 0, 0], 'utf-32le'],
  [[0, null, 0, null], 'utf-16be'],
  [[null, 0, null, 0], 'utf-16le'],
];

/** The web reads these labels as windows-1252, and publishers mean it. */
const latin1Labels = /^(?:iso-?8859-?1|latin-?1|l1|us-ascii|ascii|cp1252|x-cp1252|ansi|windows-1252)$/;

/**
 * Bytes of a feed or page to text: byte order mark, NUL pattern, valid UTF-8, the HTTP charset, the XML or HTML
 * declaration, each only if it fits every byte, and windows-1252 when all else fails. Never throws.
 *
 * iconv-lite decodes, because TextDecoder of several Node 20-24 releases leaves 0x80-0x9F of windows-1252 as
 * control characters.
 */
export function decodeBody(bytes: Uint8Array, contentType?: string | null): Decoded {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byteOrderMarks.find(([mark]) => mark.every((byte, at) => body[at] === byte));
  if (marked && (marked[1] !== 'utf-8' || isUtf8(body))) return decoded(body, marked[1], false);
  const wide = nulPatterns.find(
    ([pattern]) =>
      body.length >= 4 && pattern.every((byte, at) => (byte === null ? body[at] !== 0 : body[at] === byte)),
  );
  if (wide) return decoded(body, wide[1], false);
  const stated = [labelOf(contentType), declaredIn(body)].filter((label) => label !== null);
  if (isUtf8(body)) return shifted(body, stated) ?? decoded(body, 'utf-8', false);
  for (const label of stated) {
    if (label === 'utf-8' || !iconv.encodingExists(label)) continue;
    const result = decoded(body, label, false);
    if (label === 'windows-1252' || !result.text.includes('\ufffd')) return result;
  }
  return mostlyUtf8(body)
    ? { text: mixed(body), charset: 'utf-8', guessed: true }
    : decoded(body, 'windows-1252', true);
}

function decoded(body: Buffer, charset: string, guessed: boolean): Decoded {
  if (charset === 'utf-8' && !holdsControls(body)) return { text: utf8(body), charset, guessed };
  const text = charset === 'utf-8' ? utf8(body) : iconv.decode(body, charset);
  const mapped = windows1252Controls(charset === 'windows-1252' ? restoreUnmapped(text) : text);
  return { text: mapped.charCodeAt(0) === 0xfeff ? mapped.slice(1) : mapped, charset, guessed };
}

const utf8 = (body: Buffer): string => body.toString('utf8', body[0] === 0xef && body[1] === 0xbb ? 3 : 0);

/** True when valid UTF-8 holds U+0080-U+009F; cheaper on bytes than on text. */
function holdsControls(body: Buffer): boolean {
  for (let at = body.indexOf(0xc2); at !== -1; at = body.indexOf(0xc2, at + 1)) {
    if ((body[at + 1] ?? 0) < 0xa0) return true;
  }
  return false;
}

/** The five bytes windows-1252 leaves open carry nothing to read. */
const restoreUnmapped = (text: string): string =>
  text.includes('\ufffd') ? text.replaceAll('\ufffd', ' ') : text;

/** ISO-2022-JP, HZ and UTF-7 are plain ASCII bytes, and so valid UTF-8; only their declaration tells. */
function shifted(body: Buffer, stated: readonly string[]): Decoded | null {
  const label = stated.find((name) => /^(?:utf-7|hz-gb-2312)$/.test(name));
  return label && iconv.encodingExists(label) ? decoded(body, label, false) : null;
}

function labelOf(contentType: string | null | undefined): string | null {
  const label = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  return label ? normal(label) : null;
}

function declaredIn(body: Buffer): string | null {
  const head = body.toString('latin1', 0, 1024);
  const label =
    /<\?xml[^>]*?encoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  return label ? normal(label) : null;
}

function normal(label: string): string {
  const name = label.toLowerCase();
  if (latin1Labels.test(name)) return 'windows-1252';
  return /^(?:utf-?8|unicode-1-1-utf-8)$/.test(name) ? 'utf-8' : name;
}

/** Length of the UTF-8 sequence of two bytes or more at `at`, or 0. */
function sequenceAt(body: Buffer, at: number): number {
  const lead = body[at] ?? 0;
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || lead >= 0xf5 || at + length > body.length) return 0;
  for (let i = 1; i < length; i++) if (((body[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** More good sequences than stray bytes: a UTF-8 feed with a pasted or cut byte, not another charset. */
function mostlyUtf8(body: Buffer): boolean {
  let good = 0;
  let stray = 0;
  for (let at = 0; at < body.length;) {
    const length = (body[at] ?? 0) < 0x80 ? 1 : sequenceAt(body, at);
    if (length > 1) good++;
    else if (length === 0) stray++;
    at += Math.max(1, length);
  }
  return good > stray;
}

function mixed(body: Buffer): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < body.length;) {
    const length = (body[at] ?? 0) < 0x80 ? 1 : sequenceAt(body, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(
      body.toString('utf8', from, at),
      restoreUnmapped(iconv.decode(body.subarray(at, at + 1), 'windows-1252')),
    );
    from = ++at;
  }
  pieces.push(body.toString('utf8', from));
  return pieces.join('');
}
