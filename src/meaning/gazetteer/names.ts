import type { Party } from '../reading';
import { NameTrie, type Writing } from './name-trie';

/** What a name of the gazetteers stands for. */
export interface NameEntry {
  readonly id: string;
  readonly value?: string;
  /**
   * Ambiguous (written with `?` in the data): a facility then needs a prison word beside it, a country's name a
   * preposition before it; a city or region then counts only where the story names its country otherwise.
   */
  readonly weak: boolean;
  /** A country's own name, against one of its cities or regions. */
  readonly country?: boolean;
}

/** Takes the data's "Name|Other name|Ambiguous name?" apart. */
export const aliases = (list: string | undefined): { name: string; weak: boolean }[] =>
  (list ?? '')
    .split('|')
    .filter((alias) => alias !== '')
    .map((alias) =>
      alias.endsWith('?') ? { name: alias.slice(0, -1), weak: true } : { name: alias, weak: false },
    );

/** Short capitals would catch pronouns and prepositions in any other writing ("US", "UE", "AP"). */
export const writingOf = (name: string): Writing =>
  name.length <= 4 && name === name.toUpperCase() && /^\p{L}+$/u.test(name) ? 'exact' : 'name';

export type NameBook = NameTrie<NameEntry>;

/** True for a state (ISO code of two letters) against an organisation. */
export const isState = (party: Party | undefined): boolean => party !== undefined && /^[A-Z]{2}$/.test(party);
