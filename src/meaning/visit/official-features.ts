import type { Party } from '../reading';
import type { Named } from './certain';
import { OF_A_STATE, OF_THE_BODY } from './company';
import { FeatureSums, Part } from './feature-sums';
import type { Naming } from './naming';
import { countNaming, kindOf, placePart } from './naming-features';
import { fold } from '../fold';
import { stemNumber } from './beside';
import { isBody, sideOf, type Sides } from './stage';

const sums = new FeatureSums();

/** What concerns all whom a story names. */
interface Cast {
  readonly size: number;
  /** How often the one is named who is named most. */
  readonly most: number;
  /** By office: how many hold it. */
  readonly holders: ReadonlyMap<string, number>;
}

function castOf(namings: ReadonlyMap<string, readonly Naming[]>): Cast {
  const holders = new Map<string, number>();
  let most = 0;
  for (const told of namings.values()) {
    most = Math.max(most, told.length);
    for (const office of new Set(told.map(({ person }) => person.office)))
      if (office !== null) holders.set(office, (holders.get(office) ?? 0) + 1);
  }
  return { size: namings.size, most, holders };
}

/** Counts what all namings of one person tell together. */
function countPerson(
  namings: readonly Naming[],
  party: Party | null,
  order: number,
  sides: Sides,
  cast: Cast,
): void {
  const side = sideOf(party, sides);
  for (const naming of namings) countNaming(naming, sides, side, sums);
  sums.worth = 1;
  const told = namings.find(({ person }) => person.office !== null)?.person;
  const office = told?.office ?? null;
  const kind = kindOf(
    namings.some(({ person }) => person.leader),
    office,
  );
  const rank = kind === Part.NoOffice ? Part.NoOffice : Part.AnyOffice;
  const { visitors } = sides;
  const guest = visitors.length === 0 ? Part.Nobody : visitors.every(isBody) ? Part.OfBody : Part.OfState;
  sums.add(Part.Side, side);
  sums.add(Part.Side, side, guest);
  sums.add(Part.Side, side, namings.some(({ person }) => person.attached) ? Part.Attached : Part.No);
  sums.add(Part.Office, kind);
  sums.add(Part.Office, kind, side);
  sums.add(Part.Office, kind, guest);
  if (OF_A_STATE.has(office ?? '')) sums.add(Part.Office, Part.OfState, side, guest);
  if (told && OF_THE_BODY.test(told.role)) sums.add(Part.Office, Part.OfBody, guest, side);
  const [first] = namings;
  const name = first?.person.name ?? '';
  const size = name.split(' ').length;
  sums.add(Part.Name, size === 1 ? Part.Bare : size > 3 ? Part.Long : Part.Full, rank);
  const [given = ''] = fold(name).split(/[ -]/);
  sums.word(Part.Given, stemNumber(given));
  const count = Math.min(namings.length, 4);
  sums.add(Part.Count, count);
  sums.add(Part.Count, count, side);
  sums.add(Part.Most, namings.length >= cast.most ? Part.Yes : Part.No, side);
  sums.add(Part.Order, Math.min(order, 4));
  sums.add(Part.Order, Math.min(order, 4), side, rank);
  sums.add(Part.All, Math.min(cast.size, 6));
  if (first) {
    const place = placePart(first.stage.scene);
    sums.add(Part.First, place, side);
    sums.add(Part.First, place, kind);
  }
  let zones = 0;
  for (const { stage } of namings) zones |= 1 << placePart(stage.scene);
  sums.add(Part.Zones, zones);
  if (office !== null && (cast.holders.get(office) ?? 0) > 1) sums.add(Part.Peer, side);
}

/** Tells of each person, by name, what the story says of him: features by bucket, and how much each counts. */
export function tellOfficials<T>(
  { namings, parties, sides }: Named,
  weigh: (features: FeatureSums) => T,
): Map<string, T> {
  const cast = castOf(namings);
  const told = new Map<string, T>();
  for (const [name, each] of namings) {
    countPerson(each, parties.get(name) ?? null, told.size, sides, cast);
    told.set(name, weigh(sums));
    sums.clear();
  }
  return told;
}
