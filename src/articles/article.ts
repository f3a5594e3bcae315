/**
 * How reading a page ended: `robots` the host does not want us there, `paywall` only a teaser is given, `challenge` a
 * bot check stands before it, `not-html` it is a file or film, `too-large` it passes a bound.
 */
export type ArticleOutcome =
  'read' | 'robots' | 'paywall' | 'challenge' | 'not-html' | 'too-large' | 'failed';

/** What a page of an outlet says. */
export interface Article {
  readonly outcome: ArticleOutcome;
  /** In words; empty when it was read. */
  readonly reason: string;
  /** Main text, plain, paragraphs parted by an empty line; of a paywalled page its teaser; else empty. */
  readonly text: string;
  readonly title: string | null;
  /** ISO instant. */
  readonly published: string | null;
  /** BCP 47, lower case. */
  readonly lang: string | null;
  /** The address the page gives as its own, within its outlet's domain. */
  readonly canonical: string | null;
  readonly outlet: string | null;
}

/** A page that gave nothing. */
export const unread = (outcome: ArticleOutcome, reason: string): Article => ({
  outcome,
  reason,
  text: '',
  title: null,
  published: null,
  lang: null,
  canonical: null,
  outlet: null,
});
