import { hitAt, type ConceptHit } from '../analysed';

/** Countries whose people share an adjective, under the code of the more talked of: "congolais", "Dominican". */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['CD', 'CG'],
  ['DO', 'DM'],
  ['KR', 'KP'],
  ['SD', 'SS'],
]);

/** Gives a shared adjective to the country that the story names, by its name or a city, when it names only that one. */
export function settleTwins(
  sentences: readonly (readonly ConceptHit[])[],
): readonly (readonly ConceptHit[])[] {
  const shared = new Set<string>();
  const named = new Set<string>();
  for (const hits of sentences)
    for (const { id, value } of hits)
      if (value !== undefined && id === 'DEMONYM' && TWINS.has(value)) shared.add(value);
      else if (value !== undefined && id === 'COUNTRY') named.add(value);
  if (shared.size === 0) return sentences;
  const meant = new Map(
    [...shared].flatMap((code): [string, string][] => {
      const twin = TWINS.get(code) as string;
      return named.has(twin) && !named.has(code) ? [[code, twin]] : [];
    }),
  );
  if (meant.size === 0) return sentences;
  return sentences.map((hits) =>
    hits.map((hit) => {
      const twin = hit.id === 'DEMONYM' ? meant.get(hit.value ?? '') : undefined;
      return twin === undefined ? hit : hitAt(hit.concept, hit.from, hit.to, twin);
    }),
  );
}
