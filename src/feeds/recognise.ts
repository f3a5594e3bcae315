import { NotAFeed, type Found } from './not-a-feed';
import { plainText } from './plain-text';

/** Characters of text beyond which a page is no gate: front pages carry captchas and login boxes too. */
const gateText = 1_500;
const challenge =
  /cf-chl|cf_chl|challenge-platform|just a moment\.\.\.|attention required! \| cloudflare|_incapsula_|incapsula incident|px-captcha|datadome|g-recaptcha|hcaptcha|verify you are human|checking your browser|verifica que (?:no )?eres|ddos-guard|sucuri website firewall|request unsuccessful|access denied/i;
const login = /<input[^>]{0,300}type\s*=\s*["']?password|wp-login\.php|name=["']?login["'?]/i;

/** The error that says what a body is when it is no feed. */
export function notAFeed(text: string, url: string): NotAFeed {
  const head = text.slice(0, 100_000);
  return new NotAFeed(url, foundIn(head), plainText(head.slice(0, 4_000)).slice(0, 80));
}

function foundIn(head: string): Found {
  const start = head
    .slice(0, 20_000)
    .replace(/<!--[^]*?-->/g, '')
    .trimStart();
  if (start === '') return 'empty';
  if (/^[{[]/.test(start)) return 'json';
  if (
    /<html\b|<!doctype html/i.test(head) ||
    /^<(?:head|body|meta|script|style|title|div|p|h1|center)\b/i.test(start)
  ) {
    if (plainText(head).length > gateText) return 'html';
    if (challenge.test(head)) return 'challenge';
    return login.test(head) ? 'login' : 'html';
  }
  return /^<\?xml|^<[a-z]/i.test(start) ? 'xml' : 'text';
}
