import { compiled } from '../language-data';
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

/** The gazetteers as compiled. */
export const gazetteer = (): Gazetteer => compiled<Gazetteer>('gazetteer');
