import { markupOf, textOf } from './xml-query';
import type { XmlElement } from './xml-tree';

const textTypes = /^$|^(?:text|html|xhtml|escaped|xml)$|^text\/|xml|html/;

/** An RSS text or Atom text construct as HTML, whether written escaped, as XHTML, inline or in base64. */
export function markup(element: XmlElement | null): string {
  if (!element) return '';
  const type = (element.attributes['type'] ?? '').toLowerCase().trim();
  const mode = (element.attributes['mode'] ?? '').toLowerCase().trim();
  if (mode === 'base64' || !textTypes.test(type)) return fromBase64(textOf(element), mode === 'base64');
  const nested = element.children.some((child) => typeof child !== 'string');
  if (!nested) return textOf(element);
  return markupOf(element, mode === 'xml' || type.includes('xhtml') || type.includes('xml'));
}

/** Atom carries media other than text in base64; only what decodes to text is of use. */
function fromBase64(text: string, declared: boolean): string {
  const packed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z\d+/]+={0,2}$/.test(packed) || packed.length % 4 !== 0) return text;
  const bytes = Buffer.from(packed, 'base64');
  return bytes.includes(0) ? (declared ? '' : text) : bytes.toString('utf8');
}
