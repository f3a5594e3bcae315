import { plainText } from '../feeds/plain-text';

/** What a page's JSON-LD says of its article; empty strings where it says nothing. */
export interface LinkedArticle {
  readonly headline: string;
  readonly body: string;
  readonly published: string;
  readonly lang: string;
  readonly url: string;
  readonly outlet: string;
  /** False when the page declares that it must be paid for. */
  readonly free: boolean;
}

type Node = Readonly<Record<string, unknown>>;

const articleType =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting)$/;
const mostNodes = 2_000;

/** The first article in a page's JSON-LD blocks, or null; blocks that are no JSON are passed over. */
export function linkedArticle(blocks: readonly string[]): LinkedArticle | null {
  const nodes = blocks.flatMap((block) => nodesIn(parsed(block)));
  const node = nodes.find((each) => typesOf(each).some((type) => articleType.test(type)));
  if (!node) return null;
  const named = (id: unknown): unknown =>
    (isNode(id) && !id['name'] && nodes.find((each) => each['@id'] === id['@id'])) || id;
  return {
    headline: text(node['headline'] ?? node['name']),
    body: string(node['articleBody']),
    published: string(node['datePublished'] ?? node['dateCreated']),
    lang: text(node['inLanguage']),
    url: string(node['url'] ?? node['mainEntityOfPage']),
    outlet: text(named(node['publisher'])),
    free: !/^false$/i.test(String(node['isAccessibleForFree'] ?? '')),
  };
}

/** JSON as outlets write it: in comments or CDATA, with raw line breaks in strings, with a stray semicolon. */
function parsed(block: string): unknown {
  const json = block
    .replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, '')
    .replace(/^\s*<!--|-->\s*$/g, '')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/;\s*$/, '');
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** All objects of a document, outermost first: arrays and @graph are looked into. */
function nodesIn(value: unknown): Node[] {
  const found: Node[] = [];
  const queue: unknown[] = [value];
  while (queue.length > 0 && found.length < mostNodes) {
    const next = queue.shift();
    if (Array.isArray(next)) queue.unshift(...next.slice(0, mostNodes));
    else if (isNode(next)) {
      found.push(next);
      queue.push(next['@graph'], next['mainEntity'], next['mainEntityOfPage'], next['publisher']);
    }
  }
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (node: Node): string[] => [node['@type']].flat().filter((type) => typeof type === 'string');

/** A string, the first of several, or what an object is called. */
function string(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return string(value[0]);
  return isNode(value) ? string(value['name'] ?? value['@id'] ?? '') : '';
}

const text = (value: unknown): string => plainText(string(value).slice(0, 2_000));
