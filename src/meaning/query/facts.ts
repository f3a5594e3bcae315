import { hitSpan, tokenSpan } from '../analysed';
import type { Analysed } from '../analysed';
import { allFacilities, facilityById } from '../gazetteer/facilities';
import { analyseStory } from '../read';
import type { Reading, Span } from '../reading';
import type { QueryDocument } from './query';
import { FUNCTION_WORDS, stem } from './stem';

const family = (id: string) => id.slice(0, id.indexOf('.') < 0 ? id.length : id.indexOf('.'));

/** A story's host names: the outlet's and the domains above it. */
const hosts = (source: string) => {
  const labels = source.toLowerCase().split('.');
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
};

let idByName: Map<string, string> | undefined;
const idOf = (name: string): string | undefined =>
  (idByName ??= new Map(allFacilities().map((facility) => [facility.name, facility.id]))).get(name);

/** The facility a visit goes to, under its own id and that of the complex it belongs to. */
function facilityIds(name: string): string[] {
  const id = idOf(name) ?? name;
  const parent = facilityById(id)?.parent;
  return parent ? [id, parent] : [id];
}

function* slotKeys(reading: Reading, source: string): Generator<[string, readonly Span[]]> {
  for (const { kind, reasons } of reading.kinds)
    yield [`kind:${kind}`, reasons.flatMap((reason) => reason.evidence)];
  for (const theme of reading.themes ?? []) yield [`theme:${theme}`, []];
  for (const country of reading.countries) yield [`country:${country}`, []];
  yield [`lang:${reading.lang}`, []];
  for (const host of hosts(source)) yield [`source:${host}`, []];
  const { visit } = reading;
  if (!visit) return;
  const evidence = (slot: string) => visit.evidence[slot] ?? [];
  for (const party of visit.visitors) {
    yield [`from:${party}`, evidence('visitors')];
    yield [`country:${party}`, evidence('visitors')];
  }
  yield [`host:${visit.host}`, evidence('host')];
  yield [`country:${visit.host}`, evidence('host')];
  yield [`status:${visit.status}`, evidence('status')];
  if (visit.facility)
    for (const id of facilityIds(visit.facility)) yield [`facility:${id}`, evidence('facility')];
}

/** What is true of a story, by the keys of `termKey`; its words are searched only when a query asks for one. */
export class Facts {
  private readonly slots = new Map<string, Span[]>();
  private words: Map<string, Span[]> | undefined;
  private analysed: Analysed | undefined;

  constructor(private readonly document: QueryDocument) {
    for (const [key, spans] of slotKeys(document.reading, document.source))
      this.slots.set(key, [...(this.slots.get(key) ?? []), ...spans]);
  }

  /** Places where the fact of this key shows; null when it is not a fact. */
  spans(key: string): readonly Span[] | null {
    return this.slots.get(key) ?? this.textKeys().get(key) ?? null;
  }

  /** Every key that holds, for looking queries up by. */
  *keys(): Generator<string> {
    yield* this.slots.keys();
    yield* this.textKeys().keys();
  }

  /** Searches the words now, for callers that ask many queries. */
  prepare(): void {
    this.textKeys();
  }

  get sentences(): Analysed['sentences'] {
    return (this.analysed ??= analyseStory(this.document.text)).sentences;
  }

  private textKeys(): Map<string, Span[]> {
    if (this.words) return this.words;
    const found = new Map<string, Span[]>();
    const add = (key: string, span: () => Span) => {
      const spans = found.get(key);
      if (!spans) found.set(key, [span()]);
      else if (spans.length < 8) spans.push(span());
    };
    for (const sentence of this.sentences) {
      for (const hit of sentence.hits) {
        const span = () => hitSpan(sentence, hit);
        add(`concept:${hit.id}`, span);
        if (hit.id.includes('.')) add(`concept:${family(hit.id)}`, span);
        if (hit.value !== undefined) add(`concept:${hit.id}=${hit.value}`, span);
      }
      sentence.tokens.forEach((token, i) => {
        if (!FUNCTION_WORDS.has(token.folded))
          add(`word:${stem(token.text)}`, () => tokenSpan(sentence, i, i + 1));
      });
    }
    return (this.words = found);
  }
}
