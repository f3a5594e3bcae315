import { isUtf8 } from 'node:buffer';
import { markupOf, textOf } from './xml-query';
import type { XmlElement } from './xml-tree';

/** Media types other than text, which Atom carries in base64. */
const binaryType = /^(?!text\/|.*(?:xml|html))[\w.+-]+\/[\w.+-]+$/;

/** An RSS text or Atom text construct as HTML, whether written escaped, as XHTML, inline or in base64. */
export function markup(element: XmlElement | null): string {
  if (!element) return '';
  const type = (element.attributes['type'] ?? '').toLowerCase().trim();
  const mode = (element.attributes['mode'] ?? '').toLowerCase().trim();
  if (mode === 'base64' || binaryType.test(type)) return fromBase64(textOf(element));
  const nested = element.children.some((child) => typeof child !== 'string');
  if (!nested) return textOf(element);
  return markupOf(element, mode === 'xml' || type.includes('xhtml') || type.includes('xml'));
}

/** The text packed in base64; empty when it is no text, and as written when it is no base64. */
function fromBase64(text: string): string {
  const packed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z\d+/]+={0,2}$/.test(packed) || packed.length % 4 !== 0) return text;
  const bytes = Buffer.from(packed, 'base64');
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : '';
}
