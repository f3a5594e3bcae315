import type { XmlElement } from './xml-tree';

export const elements = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => typeof child !== 'string');

export const childrenNamed = (parent: XmlElement, name: string): XmlElement[] =>
  elements(parent).filter((child) => child.name === name);

/** First child with one of `names`, the names in order of preference; one that holds something wins. */
export function child(parent: XmlElement, ...names: readonly string[]): XmlElement | null {
  let empty: XmlElement | null = null;
  for (const name of names) {
    for (const each of parent.children) {
      if (typeof each === 'string' || each.name !== name) continue;
      if (each.children.length > 0) return each;
      empty ??= each;
    }
  }
  return empty;
}

/** All text in an element and below, as written (XML entities decoded). */
export function textOf(element: XmlElement | null): string {
  if (!element) return '';
  const only = element.children[0];
  if (element.children.length === 1 && typeof only === 'string') return only.trim();
  return element.children
    .map((each) => (typeof each === 'string' ? each : textOf(each)))
    .join('')
    .trim();
}

export const childText = (parent: XmlElement, ...names: readonly string[]): string =>
  textOf(child(parent, ...names));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * The element's content as HTML. In XHTML (`escape`) text is text and only elements are markup; elsewhere text is
 * HTML already.
 */
export function markupOf(element: XmlElement, escape: boolean): string {
  return element.children
    .map((each) => {
      if (typeof each === 'string') return escape ? escaped(each) : each;
      const tag = each.name.replace(/^xhtml:/, '');
      return `<${tag}>${markupOf(each, escape)}</${tag}>`;
    })
    .join('');
}

/** Every element below `parent` (not inside one another) with this name, in document order. */
export function descendantsNamed(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((each) => (each.name === name ? [each] : descendantsNamed(each, name)));
}
