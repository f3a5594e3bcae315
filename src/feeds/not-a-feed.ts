export type Found = 'html' | 'empty' | 'login' | 'challenge' | 'json' | 'text' | 'xml';

const advice: Readonly<Record<Found, string>> = {
  html: 'this is a web page; run `vigia feeds discover` on it to find the feed it offers',
  empty: 'the answer has no body; ask again later, and look for the feed’s new address if it stays so',
  login: 'the address asks for a login; use a public feed of the same outlet',
  challenge:
    'a bot check answered instead of the outlet; ask it to let the contact address in, or use a search feed',
  json: 'this JSON is no JSON Feed (it has no `items`); look for an RSS, Atom or JSON Feed address',
  text: 'this is plain text, often an error message; open the address and read it',
  xml: 'this XML is no RSS, RDF, Atom or news sitemap; look for the feed’s own address',
};

const names: Readonly<Record<Found, string>> = {
  html: 'an HTML page',
  empty: 'an empty body',
  login: 'a login page',
  challenge: 'a bot challenge',
  json: 'JSON that is no feed',
  text: 'plain text',
  xml: 'XML that is no feed',
};

/** A body that is no feed: `found` says what it is instead, `advice` what to do, `excerpt` how it begins. */
export class NotAFeed extends Error {
  override readonly name = 'NotAFeed';
  readonly advice: string;

  constructor(
    readonly url: string,
    readonly found: Found,
    readonly excerpt = '',
  ) {
    super(
      `${url} is ${names[found]}, not a feed: ${advice[found]}${excerpt ? ` (it begins "${excerpt}")` : ''}`,
    );
    this.advice = advice[found];
  }
}
