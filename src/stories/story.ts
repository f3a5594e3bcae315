import { createHash } from 'node:crypto';
import type { Reading } from '../meaning/reading';

/** One article of one outlet. Its identity is its canonical URL, however many feeds carry it. */
export interface Story {
  /** First 32 hex digits of sha-256 of `url`. */
  readonly id: string;
  /** Canonical URL (see `feeds/canonical-url`). */
  readonly url: string;
  /** The address to send readers to, as the feed gave it (resolved, unwrapped). */
  readonly link: string;
  /** Host name without www, e.g. `elcomercio.pe`. */
  readonly source: string;
  /** The outlet's name for people. */
  readonly outlet: string;
  /** ISO 3166-1 alpha-2 of the outlet, or null for wires and query feeds. */
  readonly outletCountry: string | null;
  readonly title: string;
  readonly summary: string;
  /** Article text, plain, at most 24,000 characters; empty when only the feed's text is known. */
  readonly body: string;
  /** ISO instant the outlet gives, or the time first seen when it gives none or a future one. */
  readonly published: string;
  /** True when the outlet gave no usable date and `published` is the time first seen. */
  readonly undated?: boolean;
  /** ISO instant at which a feed first showed it to us. */
  readonly seen: string;
  readonly feedId: string;
  readonly reading: Reading;
  /** Content hash of lexicon and rules that made `reading`. */
  readonly lexicon: string;
}

export const storyId = (canonicalUrl: string): string =>
  createHash('sha256').update(canonicalUrl).digest('hex').slice(0, 32);
