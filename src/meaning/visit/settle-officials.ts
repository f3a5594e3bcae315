import { compiled } from '../language-data';
import { HashedModel, type HashedWeights } from '../model/hashed-model';
import { isCompany, staysBehind, takesPart, type Named } from './certain';
import { tellOfficials } from './official-features';

const model = new HashedModel(compiled<{ officials: HashedWeights }>('visit').officials);
const VISITS = model.labels.indexOf('visits');

/** How likely each person, by name, is to be one of those who visit: log-odds. */
export const oddsOf = (named: Named): Map<string, number> =>
  tellOfficials(named, (features) => model.oddsOf(VISITS, features));

/** Somebody goes: when nobody is likely to, the likeliest, unless he is less likely than this. */
const LEAST = -0.5;
/** The same where the story names several: one of them goes. */
const LEAST_OF_MANY = -1.5;
/** What the story's own word that somebody takes part adds, and that he stands among the company. */
const TAKES_PART = 3;
const COMPANY = 2;

/** The names of those who visit, the likeliest first. */
export function settleOfficials(named: Named, odds: ReadonlyMap<string, number>): string[] {
  const { namings } = named;
  const ranked = [...odds].sort(([, a], [, b]) => b - a);
  const likely = ranked.filter(([name, each]) => {
    const told = namings.get(name) ?? [];
    return (
      each > 0 || (each > -COMPANY && told.some(isCompany)) || (each > -TAKES_PART && told.some(takesPart))
    );
  });
  const going = likely.length > 1 ? likely.filter(([name]) => !staysBehind(name, named)) : likely;
  const least = (name: string): number =>
    namings.size > 1 && !staysBehind(name, named) ? LEAST_OF_MANY : LEAST;
  const chosen =
    going.length > 0
      ? going
      : likely.length > 0
        ? likely
        : ranked.slice(0, 1).filter(([name, each]) => each > least(name));
  return chosen.map(([name]) => name);
}
