import { compiled } from '../language-data';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import { comesAlong, staysBehind, type Named } from './certain';
import { tellOfficials } from './official-features';

const model = new HashedModel(compiled<{ officials: HashedWeights }>('visit').officials);
const VISITS = model.labels.indexOf('visits');
const NOTHING = model.bias[VISITS]!;

/** How likely each person, by name, is to be one of those who visit: log-odds. */
export const oddsOf = (named: Named): Map<string, number> =>
  tellOfficials(named, ({ buckets, counts }) => {
    let odds = NOTHING;
    for (let nth = 0; nth < buckets.length; nth++) {
      const bucket = buckets[nth] as number;
      odds += model.weight(VISITS, bucket) * (counts[bucket] as number);
    }
    return odds;
  });

/** Somebody goes: when nobody is likely to, the likeliest, unless he is less likely than this. */
const LEAST = -0.5;
/** What the story's own word that somebody came along adds. */
const TOLD = 2;

/** The names of those who visit, the likeliest first. */
export function settleOfficials(named: Named, odds: ReadonlyMap<string, number>): string[] {
  const ranked = [...odds].sort(([, a], [, b]) => b - a);
  const likely = ranked.filter(
    ([name, each]) => each > 0 || (each > -TOLD && named.namings.get(name)?.some(comesAlong)),
  );
  const going = likely.length > 1 ? likely.filter(([name]) => !staysBehind(name, named)) : likely;
  const chosen =
    going.length > 0
      ? going
      : likely.length > 0
        ? likely
        : ranked.slice(0, 1).filter(([, each]) => each > LEAST);
  return chosen.map(([name]) => name);
}
