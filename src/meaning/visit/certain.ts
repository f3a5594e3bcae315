import type { Party } from '../reading';
import { isAbsent, isSpeaker, onlyTells, shows } from './absent';
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

/** "…, who headed the mission", "… will join them": the story itself says that he is one of those who visit. */
export const takesPart = (naming: Naming): boolean => leads(naming) || joins(naming);

/** "Accompanied by …": words before the name make him one of those who visit, or of others named before. */
export const isCompany = (naming: Naming): boolean => companyOf(naming) === 'guest';

/** Of an inmate's family, a critic, or one who announces another's journey. */
function isToldToStay(naming: Naming): boolean {
  const { person, stage } = naming;
  const act = stage.acts.find(({ from }) => from >= person.to);
  return !takesPart(naming) && (staysHome(naming) || (act !== undefined && announcesAnother(naming, act)));
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

const isOurs = (name: string, { parties, sides: { visitors } }: Named): boolean =>
  visitors.includes(parties.get(name) ?? '');

/** Whether the story's own words keep a person from those who go, if others do. */
export function staysBehind(name: string, named: Named): boolean {
  const told = named.namings.get(name) ?? [];
  return (
    told.slice(0, 1).some(isToldToStay) ||
    told.every(({ stage: { scene } }) => scene.recap || isEarlier(scene, named.sides.published)) ||
    isCounterpart(name, named) ||
    isAbsent(told) ||
    told.some(isSpeaker) ||
    (!isOurs(name, named) && told.some(shows)) ||
    (told.some(({ person }) => person.leader) && told.every(onlyTells))
  );
}
