/** Letter pairs and triples of a word in lower case, with `_` for its ends: "el" gives _e, el, l_, _el, el_. */
export function gramsOf(word: string): string[] {
  const padded = `_${word}_`;
  const grams: string[] = [];
  for (let at = 0; at + 2 <= padded.length; at++) {
    grams.push(padded.slice(at, at + 2));
    if (at + 3 <= padded.length) grams.push(padded.slice(at, at + 3));
  }
  return grams;
}
