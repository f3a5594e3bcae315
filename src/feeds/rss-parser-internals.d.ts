declare module 'rss-parser/lib/utils' {
  /** Makes the plain-text excerpt of an HTML text; quadratic in its length. */
  export let getSnippet: (html: string) => string;
}
