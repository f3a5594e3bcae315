/** A set of words, written as a list parted by blanks. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
