import packed from '../compiled/gazetteer.json';
import { unpack } from '../packed';
import type { Language } from '../reading';

/** Who and what there is, one a line; names of them, shelved, for all languages and for each. */
export interface Gazetteer extends Readonly<Record<Language | 'shared', string>> {
  readonly countries: string;
  readonly facilities: string;
  readonly persons: string;
  /** Numbers of the mega-prisons among the facilities. */
  readonly mega: readonly number[];
  /** Numbers of the prisons that are known as the largest of their country. */
  readonly largest: readonly number[];
  readonly parties: string;
}

let gazetteers: Gazetteer | undefined;

/** The gazetteers as compiled, unpacked when first asked for. */
export const gazetteer = (): Gazetteer => (gazetteers ??= unpack<Gazetteer>(packed));
