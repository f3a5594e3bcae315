import { decodeHTML } from 'entities';
import { blockElements, htmlElements } from './html-elements';
import { windows1252Controls } from './windows-1252';

/** Elements whose content is not for reading. */
const unread = new Set(['script', 'style', 'iframe', 'noscript', 'template', 'head', 'object', 'svg']);
const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;
/** Control and format characters: soft hyphens, zero-width spaces, direction marks. */
const invisible = /[^\P{Cc}\s]|\p{Cf}/gu;
/** White space other than one single space. */
const unevenSpace = /\s{2,}|[^\S ]/g;
/** Anything to clean away: markup, controls, odd spaces; also letters of scripts too rare to name here. */
const uncommon = /[^ -%'-;=-~¡-¬®-\u052f\u2010-\u2027\u20ac]| {2}/;

/**
 * HTML, escaped HTML or plain text to one line of clean text: tags stripped, entities decoded once (again only
 * where a publisher escaped twice), white space folded. Linear in the length of its input, whatever that holds.
 */
export function plainText(html: string): string {
  if (!uncommon.test(html)) return html.trim();
  let text = readable(html);
  if (text.includes('&') && entity.test(text)) text = readable(text);
  else if (text.includes('<') && text !== html && looksLikeHtml(text)) text = stripTags(text);
  if (uncommon.test(text)) text = windows1252Controls(text).replace(invisible, '').replace(unevenSpace, ' ');
  return text.trim();
}

function readable(html: string): string {
  const text = html.includes('<') ? stripTags(html) : html;
  return text.includes('&') ? decodeHTML(text) : text;
}

const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|br|div|span|a|b|i|u|em|strong|img|ul|ol|li|h[1-6]|font|figure|table|blockquote|small)(?:\s[^<>]{0,2000})?\/?>/i.test(
    text,
  );

/** Text outside tags and comments; block elements leave a space. A `<` that opens no tag stays. */
function stripTags(html: string): string {
  const pieces: string[] = [];
  const lastGt = html.lastIndexOf('>');
  const lastCommentEnd = html.lastIndexOf('-->');
  const unclosed = new Set<string>();
  let from = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const end = at < lastGt ? tagEnd(html, at, at < lastCommentEnd) : cutTag(html, at);
    if (end > at) {
      if (at > from) pieces.push(html.slice(from, at));
      const name = tagName(html, at);
      if (blockElements.has(name)) pieces.push(' ');
      const skips = unread.has(name) && html.charCodeAt(at + 1) !== 47 && html.charCodeAt(end - 2) !== 47;
      from = skips && !unclosed.has(name) ? endOfUnread(html, name, end) : end;
      if (skips && from === end) unclosed.add(name);
      at = html.indexOf('<', from);
    } else at = html.indexOf('<', at + 1);
  }
  pieces.push(html.slice(from));
  const text = pieces.join('');
  return html.includes('<![CDATA[') ? text.replaceAll(']]>', '') : text;
}

/** Index after the tag, comment or declaration that starts at `at`; `at` itself when none does. */
function tagEnd(html: string, at: number, commentsClose: boolean): number {
  const next = html.charCodeAt(at + 1);
  if (next === 33) {
    if (html.startsWith('<![CDATA[', at)) return at + 9;
    const end = commentsClose && html.startsWith('<!--', at) ? html.indexOf('-->', at + 4) : -1;
    return end === -1 ? html.indexOf('>', at) + 1 || at : end + 3;
  }
  if (next === 63) return html.indexOf('>', at) + 1 || at;
  if (!isTag(tagName(html, at))) return at;
  for (let i = at + 2; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (code === 62) return i + 1;
    if ((code === 34 || code === 39) && html.charCodeAt(i - 1) === 61) {
      const close = html.indexOf(code === 34 ? '"' : "'", i + 1);
      if (close === -1) return html.indexOf('>', i) + 1 || at;
      i = close;
    }
  }
  return at;
}

/** A summary cut inside its last tag: `… <a href="http` ends there. */
const cutTag = (html: string, at: number): number =>
  html.indexOf('<', at + 1) === -1 &&
  isTag(tagName(html, at)) &&
  /^<\/?[A-Za-z][\w:-]*(?:\s|\/?$)/.test(html.slice(at, at + 60))
    ? html.length
    : at;

function tagName(html: string, at: number): string {
  let start = at + 1;
  if (html.charCodeAt(start) === 47) start++;
  let end = start;
  for (const limit = start + 40; end < limit; end++) {
    const code = html.charCodeAt(end) | 32;
    const letter = code >= 97 && code <= 122;
    if (!letter && (end === start || !isNameRest(html.charCodeAt(end)))) break;
  }
  return html.slice(start, end).toLowerCase();
}

/** Digits, hyphen, colon, underscore. */
const isNameRest = (code: number): boolean => (code >= 48 && code <= 58) || code === 45 || code === 95;

/** Names of HTML, of other vocabularies (`o:p`) and custom elements (`amp-img`); not `<CECOT>`. */
const isTag = (name: string): boolean => htmlElements.has(name) || /^[a-z][\w]*[:-]/.test(name);

/** Index after the closing tag; `from` when there is none, so that only its own tag is dropped. */
function endOfUnread(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  if (!closing.test(html)) return name === 'script' || name === 'style' ? html.length : from;
  return html.indexOf('>', closing.lastIndex) + 1 || html.length;
}
