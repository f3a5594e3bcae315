import type { Writing } from '../../src/meaning/gazetteer/name-trie';

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
