import type { Attributes } from './expression';

interface Entry {
  readonly sort: string;
  readonly item: Attributes;
}

/** Items of a table or index by partition, sorted; items without its keys are not in it. */
export class SortedItems {
  private readonly partitions = new Map<string, Entry[]>();

  constructor(private readonly keys: { readonly partition: string; readonly sort: string }) {}

  get(key: Attributes): Attributes | undefined {
    const [partition, sort] = this.place(key)!;
    const entries = this.partitions.get(partition) ?? [];
    const entry = entries[position(entries, sort)];
    return entry?.sort === sort ? entry.item : undefined;
  }

  replace(before: Attributes | undefined, after: Attributes | undefined): void {
    const from = before && this.place(before);
    const to = after && this.place(after);
    if (from && (!to || from[0] !== to[0] || from[1] !== to[1])) {
      const entries = this.partitions.get(from[0])!;
      entries.splice(position(entries, from[1]), 1);
    }
    if (!to) return;
    const entries = this.partitions.get(to[0]) ?? [];
    this.partitions.set(to[0], entries);
    const at = position(entries, to[1]);
    entries.splice(at, entries[at]?.sort === to[1] ? 1 : 0, { sort: to[1], item: after });
  }

  /** Items of a partition in order, as they were when the walk began to look at them. */
  *walk(partition: string, descending: boolean, after?: Attributes): Generator<Attributes> {
    const entries = this.partitions.get(partition) ?? [];
    const sort = after && this.place(after)![1];
    if (descending) {
      const start = sort === undefined ? entries.length : position(entries, sort);
      for (let i = start - 1; i >= 0; i--) yield entries[i]!.item;
    } else {
      let start = sort === undefined ? 0 : position(entries, sort);
      if (entries[start]?.sort === sort) start++;
      for (let i = start; i < entries.length; i++) yield entries[i]!.item;
    }
  }

  keyOf(item: Attributes): Attributes {
    const names = new Set([this.keys.partition, this.keys.sort, 'pk', 'sk']);
    return Object.fromEntries([...names].map((name) => [name, item[name]!]));
  }

  /** Partition and position; equal sort keys of an index are told apart by the item's own key. */
  private place(item: Attributes): [partition: string, sort: string] | undefined {
    const partition = item[this.keys.partition]?.S;
    const sort = item[this.keys.sort]?.S;
    if (partition === undefined || sort === undefined) return undefined;
    return [partition, this.keys.partition === 'pk' ? sort : `${sort}\0${item['pk']!.S}\0${item['sk']!.S}`];
  }
}

/** First position whose sort key is not below `sort`. */
function position(entries: readonly Entry[], sort: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.sort < sort) low = middle + 1;
    else high = middle;
  }
  return low;
}
