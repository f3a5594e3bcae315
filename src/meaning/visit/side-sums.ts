import { FeatureCounts } from '../model/bucket-counts';

/** 2^11 weights for each side. */
export const SIDE_BITS = 11;

/** What features are about, how far off and where: their parts that are no words of the story. */
export const enum Part {
  Dateline = 1,
  Kind,
  Before,
  After,
  Left,
  Right,
  Doer,
  DoneTo,
  NoAct,
  Cue,
  Quarter,
  Order,
  Prison,
  Delegation,
  Office,
  Quoted,
  Outlet,
  Share,
  Rank,
  Party,
  Parties,
  Unnamed,
  Beside,
  Near,
  Far,
  NoWord,
  AnyWord,
  Behind,
  State,
  Sv,
  Foreign,
  ForeignBody,
  Place,
  Body,
}

/** Many namings say no more than a few. */
const MOST = 2.5;

/** Sums up what is told of one party, and then of the next. */
export class SideSums extends FeatureCounts {
  constructor() {
    super(SIDE_BITS, MOST);
  }
}
