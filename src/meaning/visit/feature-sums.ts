import { FeatureCounts } from '../model/bucket-counts';
import { bucketOf } from '../model/buckets';

/** 2^12 weights. */
export const OFFICIAL_BITS = 12;

/** What features are about: their parts that are no words of the story. */
export const enum Part {
  NoWord = 11,
  Title,
  Lead,
  Body,
  Late,
  Place,
  Recap,
  Earlier,
  Dateline,
  Quoted,
  ChainBefore,
  ChainVerb,
  Chain,
  Behind,
  Before,
  OnLeft,
  OnRight,
  Apposed,
  Capital,
  Capital2,
  Hit,
  Yes,
  No,
  Before2,
  After,
  After2,
  Beyond,
  Verb,
  Comma,
  Left,
  Right,
  Doer,
  DoneTo,
  Tense,
  Beside,
  Near,
  Far,
  Between,
  NoAct,
  Cue,
  In,
  Opens,
  First,
  Phrase,
  Flag,
  Pair,
  Here,
  Leader,
  NoOffice,
  AnyOffice,
  Side,
  Nobody,
  OfBody,
  OfState,
  Attached,
  Office,
  Name,
  Bare,
  Full,
  Long,
  Count,
  Most,
  Order,
  All,
  Zones,
  Peer,
  Given,
}

export const enum Flag {
  Company = 1,
  Met,
  Leads,
  Joins,
  Others,
  Home,
  Refuses,
  CalledOn,
  Addressee,
  Possessor,
  Opposition,
  That,
  Announces,
}

/** Many namings say no more than a few. */
const MOST = 1.5;
/** A word as such counts for this share of a wording that is known. */
const WORD = 0.6;

/** Sums up what is told of one person, and then of the next. */
export class FeatureSums extends FeatureCounts {
  constructor() {
    super(OFFICIAL_BITS, MOST);
  }

  word(where: number, stem: number, c = 0): void {
    this.count(bucketOf(OFFICIAL_BITS, where, stem, c), this.worth * WORD, MOST);
  }

  flag(is: boolean, flag: Flag, side: number): void {
    if (!is) return;
    this.add(Part.Flag, flag);
    this.add(Part.Flag, flag, side);
  }
}
