import type { Party } from '../reading';
import { announcesAnother, isEarlier, staysHome } from './bystander';
import { OF_A_STATE } from './company';
import { companyOf, joins, leads, type Naming } from './naming';
import type { Sides } from './stage';

/** All whom a story names, with the state or body each serves. */
export interface Named {
  readonly namings: ReadonlyMap<string, readonly Naming[]>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly sides: Sides;
}

/** "…, who headed the mission", "accompanied by …": the story itself says that he is one of those who visit. */
export const comesAlong = (naming: Naming): boolean =>
  leads(naming) || joins(naming) || companyOf(naming) === 'guest';

/** Of an inmate's family, a critic, or one who announces another's journey. */
function isToldToStay(naming: Naming): boolean {
  const { person, stage } = naming;
  const act = stage.acts.find(({ from }) => from >= person.to);
  return (
    !leads(naming) &&
    !joins(naming) &&
    (staysHome(naming) || (act !== undefined && announcesAnother(naming, act)))
  );
}

const SECOND = /^(?:vice|sub|deputy|under|ex|sous|junior|s$)/i;

/** The office of a member of government by which he has a counterpart in other states. */
function portfolioOf(namings: readonly Naming[]): string | null {
  const told = namings.find(({ person }) => person.role !== '')?.person;
  const office = told?.office ?? '';
  return told && OF_A_STATE.has(office) && !SECOND.test(told.role) ? office : null;
}

/** Two ministers of justice, of whom one serves the visitors: the other is the host who shows him round. */
function isCounterpart(name: string, { namings, parties, sides: { visitors } }: Named): boolean {
  if (visitors.length !== 1 || parties.has(name)) return false;
  const portfolio = portfolioOf(namings.get(name) ?? []);
  if (portfolio === null) return false;
  for (const [other, told] of namings)
    if (other !== name && parties.get(other) === visitors[0] && portfolioOf(told) === portfolio) return true;
  return false;
}

/** Whether the story's own words keep a person from those who go, if others do. */
export function staysBehind(name: string, named: Named): boolean {
  const told = named.namings.get(name) ?? [];
  return (
    told.slice(0, 1).some(isToldToStay) ||
    told.every(({ stage: { scene } }) => scene.recap || isEarlier(scene, named.sides.published)) ||
    isCounterpart(name, named)
  );
}
