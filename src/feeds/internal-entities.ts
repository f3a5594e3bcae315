const maxEntities = 200;
const maxValue = 2_000;
const maxGrowth = 1_000_000;

/**
 * Removes the document type declaration and puts in the entities it defines: internal ones only, one level deep and
 * bounded, so that nothing is fetched and nothing multiplies. A reference beyond the bound stays as written.
 */
export function expandInternalEntities(xml: string): string {
  const start = doctypeAt(xml);
  if (start === -1) return xml;
  const open = xml.indexOf('[', start);
  const gt = xml.indexOf('>', start);
  if (gt === -1) return xml;
  if (open === -1 || open > gt) return xml.slice(0, start) + xml.slice(gt + 1);
  const close = /\]\s*>/g;
  close.lastIndex = open;
  if (!close.test(xml)) return xml;
  const entities = declared(xml.slice(open, close.lastIndex));
  const rest = xml.slice(close.lastIndex);
  return xml.slice(0, start) + (entities.size === 0 ? rest : expand(rest, entities));
}

/** Index of a `<!DOCTYPE` before the first element, or -1. */
function doctypeAt(xml: string): number {
  let at = xml.indexOf('<');
  while (at !== -1) {
    const comment = xml.startsWith('<!--', at);
    if (!comment && !xml.startsWith('<?', at)) return /^<!DOCTYPE\b/i.test(xml.slice(at, at + 10)) ? at : -1;
    const end = xml.indexOf(comment ? '-->' : '>', at + 2);
    at = end === -1 ? -1 : xml.indexOf('<', end);
  }
  return -1;
}

function declared(subset: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of subset.matchAll(
    /<!ENTITY\s+([\w.:-]{1,80})\s+(?:"([^"]{0,2000})"|'([^']{0,2000})')\s*>/g,
  )) {
    if (found.size >= maxEntities) break;
    found.set(match[1] ?? '', (match[2] ?? match[3] ?? '').slice(0, maxValue));
  }
  return found;
}

function expand(text: string, entities: ReadonlyMap<string, string>): string {
  let growth = 0;
  return text.replace(/&([\w.:-]{1,80});/g, (reference, name: string) => {
    const value = entities.get(name);
    if (value === undefined || growth + value.length > maxGrowth) return reference;
    growth += value.length;
    return value;
  });
}
