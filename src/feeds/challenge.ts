import type { Answer } from './http/client';

/** Marks of the bot checks that outlets put before their pages. */
const marks =
  /challenge-platform|cf-chl-|<title>\s*(?:just a moment|un momento|um momento|attention required!? \| cloudflare|access denied|pardon our interruption|please wait\.\.\. \| cloudflare)|_incapsula_resource|captcha-delivery\.com|px-captcha|\/\.well-known\/sgcaptcha|ddos-guard|id="sec-if-cpt/i;
const captcha = /g-recaptcha|h-captcha|hcaptcha\.com|recaptcha\/api|cf-turnstile/i;
const mostMarkup = 16_000;

/** Whether a bot check stands where the outlet's answer should be. */
export function isChallenge({ status, headers, body }: Pick<Answer, 'status' | 'headers' | 'body'>): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true;
  const blocked = status === 403 || status === 429 || status === 503 || status === 202;
  // A captcha in a long page guards its comments, in a short one the page.
  const brief = body.length < mostMarkup;
  if (!blocked && !brief) return false;
  const text = Buffer.from(body).toString('latin1', 0, 64_000);
  return marks.test(text) || (brief && blocked && captcha.test(text));
}
