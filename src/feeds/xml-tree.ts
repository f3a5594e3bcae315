import { Parser } from 'htmlparser2';
import { expandInternalEntities } from './internal-entities';
import { prefixOf } from './namespaces';

/** An element with lower-case names under the usual prefixes (`dc:date`, `content:encoded`), whatever was written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  /** False while open, and for good when the document ends before it does. */
  closed: boolean;
}

export interface XmlTree {
  readonly root: XmlElement;
  /** True when the document ended early, or was cut at the limit of items, depth or elements. */
  readonly truncated: boolean;
}

export const maxItems = 1_000;
const maxDepth = 500;
const maxElements = 100_000;
const noAttributes: Readonly<Record<string, string>> = Object.freeze({});
const isItem = (name: string, parent: string | undefined): boolean =>
  name === 'item' || name === 'entry' || (name === 'url' && parent === 'urlset');
type Scope = ReadonlyMap<string, string | null>;

/** Reads any XML-like text, never throws: unknown, unclosed and misplaced tags are put up with. */
export function xmlTree(text: string): XmlTree {
  const xml = expandInternalEntities(text);
  try {
    return build(xml);
  } catch (error) {
    if (!(error instanceof StrayBracket)) throw error;
    return build(repaired(xml));
  }
}

function build(xml: string): XmlTree {
  const builder = new TreeBuilder();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      onclosetag: (name) => builder.close(name),
      ontext: (data) => builder.text(data),
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.write(xml);
    builder.end();
    parser.end();
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  return builder.tree();
}

class LimitReached extends Error {}

class StrayBracket extends Error {}

/** Digits and signs; a colon may start a name. */
const startsNoName = (code: number): boolean => code < 65 && code !== 58;

/** A `<` that opens no tag makes the tokenizer swallow text up to the next `>`. */
const repaired = (text: string): string => text.replace(/<(?![\p{L}_/!?:])/gu, '&lt;');

class TreeBuilder {
  readonly #document: XmlElement = { name: '', attributes: noAttributes, children: [], closed: true };
  readonly #open: XmlElement[] = [this.#document];
  readonly #written: string[] = [''];
  readonly #scopes: (Scope | null)[] = [null];
  #scope: Scope | null = null;
  #items = 0;
  #elements = 0;
  #cut = false;
  #ended = false;
  #atomRoot: boolean | null = null;

  open(written: string, raw: Record<string, string>): void {
    if (this.#open.length > maxDepth || ++this.#elements > maxElements) this.#stop();
    if (startsNoName(written.charCodeAt(0))) throw new StrayBracket();
    const scope = this.#declare(raw);
    const name = this.#canonical(written, scope);
    if (isItem(name, this.#open.at(-1)?.name)) this.#startItem(name);
    const element: XmlElement = {
      name,
      attributes: this.#attributes(raw, scope),
      children: [],
      closed: false,
    };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
    this.#written.push(written);
    this.#scopes.push(this.#scope);
    this.#scope = scope;
  }

  text(data: string): void {
    const children = this.#open[this.#open.length - 1]?.children;
    if (!children) return;
    const last = children.length - 1;
    const before = last < 0 ? undefined : children[last];
    if (typeof before === 'string') children[last] = before + data;
    else children.push(data);
  }

  close(written: string): void {
    const at = this.#written.lastIndexOf(written);
    if (at < 1) return;
    if (this.#ended) this.#cut = true;
    this.#popTo(at);
  }

  /** What closes from here on was never closed by the document. */
  end(): void {
    this.#ended = true;
  }

  tree(): XmlTree {
    const roots = this.#document.children.filter((child) => typeof child !== 'string');
    const root = roots.find((element) => element.children.length > 0) ?? roots[0] ?? this.#document;
    return { root, truncated: this.#cut };
  }

  /** An item inside an item means that the closing tag of the first was forgotten. */
  #startItem(name: string): void {
    const outer = this.#open.findLastIndex((element) => element.name === name);
    if (outer > 0) this.#popTo(outer);
    if (++this.#items > maxItems) this.#stop();
  }

  #popTo(depth: number): void {
    while (this.#open.length > depth) this.#pop(!this.#ended);
  }

  #pop(closed: boolean): void {
    const element = this.#open.pop();
    this.#written.pop();
    this.#scope = this.#scopes.pop() ?? null;
    if (element) element.closed = closed;
  }

  #stop(): never {
    this.#cut = true;
    throw new LimitReached();
  }

  #declare(raw: Record<string, string>): Scope | null {
    let scope: Map<string, string | null> | null = null;
    for (const name in raw) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name.slice(6);
      const usual = prefixOf(raw[name] ?? '');
      if (usual === null && !this.#scope?.has(prefix)) continue;
      scope ??= new Map(this.#scope);
      scope.set(prefix, usual);
    }
    return scope ?? this.#scope;
  }

  #canonical(written: string, scope: Scope | null): string {
    const colon = written.indexOf(':');
    const prefix = colon === -1 ? '' : written.slice(0, colon);
    const local = colon === -1 ? written : written.slice(colon + 1);
    this.#atomRoot ??= local === 'feed' || local === 'entry';
    const usual = scope?.get(prefix) ?? prefix;
    if (usual === '' || (usual === 'atom' && this.#atomRoot)) return local;
    return `${usual}:${local}`;
  }

  #attributes(raw: Record<string, string>, scope: Scope | null): Readonly<Record<string, string>> {
    let renamed: Record<string, string> | null = null;
    let any = false;
    for (const name in raw) {
      any = true;
      const colon = name.indexOf(':');
      if (colon === -1) continue;
      const usual = scope?.get(name.slice(0, colon));
      if (!usual || name.startsWith(`${usual}:`)) continue;
      renamed ??= { ...raw };
      renamed[usual + name.slice(colon)] = raw[name] ?? '';
    }
    return renamed ?? (any ? raw : noAttributes);
  }
}
