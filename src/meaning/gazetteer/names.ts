import type { Party } from '../reading';

/** What a name of the gazetteers stands for. */
export interface NameEntry {
  readonly id: string;
  readonly value: string;
  /**
   * Ambiguous (written with `?` in the data): a facility then needs a prison word beside it, a country's name a
   * preposition before it; a city or region then counts only where the story names its country otherwise.
   */
  readonly weak: boolean;
  /** A country's own name, against one of its cities or regions. */
  readonly country: boolean;
}

/** True for a state (ISO code of two letters) against an organisation. */
export const isState = (party: Party | undefined): boolean => party !== undefined && /^[A-Z]{2}$/.test(party);
