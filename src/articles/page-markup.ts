const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements without content. */
export const voidElements = words('area base br col embed hr img input link meta param source track wbr');

/** The page's own frame, which the clean HTML does without. */
export const frameElements = words('html head body');

/** Elements that hold nothing to read. */
export const unreadElements = words(
  'script style noscript template svg math iframe object embed canvas video audio form button select textarea input nav dialog link meta base map title',
);

/** Attributes by which the main text is told from the rest. */
const kept = words('class id itemprop itemtype role hidden aria-hidden style');

export const attributesKept = (attributes: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(attributes).filter(([name]) => kept.has(name));

export const openTag = (name: string, attributes: readonly (readonly [string, string])[]): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${hideMarkup(value.slice(0, 300))}"`).join('')}>`;

/**
 * Characters that markup would need entities for, as stand-ins of the private use area: a text of 300,000 `&lt;` would
 * become as many nodes.
 */
const standIns: Readonly<Record<string, string>> = {
  '&': '\ue0a6',
  '<': '\ue0a7',
  '>': '\ue0a8',
  '"': '\ue0a9',
};
const originals = Object.fromEntries(
  Object.entries(standIns).map(([original, standIn]) => [standIn, original]),
);

/** Folds white space as well. */
export const hideMarkup = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[&<>"]/g, (character) => standIns[character]!);
export const showMarkup = (text: string): string =>
  text.replace(/[\ue0a6-\ue0a9]/g, (standIn) => originals[standIn]!);
