import { isChallenge } from './challenge';
import type { Answer } from './http/client';
import type { Failed } from './outcome';
import { retryAfter } from './retry-after';
import type { FailureClass } from './state';

/** An answer that asks the whole domain to be left alone for a while. */
export interface Held {
  readonly kind: 'held';
  readonly failure: 'rate-limit' | 'challenge';
  readonly reason: string;
}

const byStatus: Readonly<Record<number, readonly [FailureClass, string]>> = {
  401: ['unauthorised', 'the feed asks for a login'],
  402: ['unauthorised', 'the feed must be paid for'],
  403: ['unauthorised', 'the server refuses us'],
  404: ['missing', 'there is nothing at this address'],
  407: ['unauthorised', 'the feed asks for a login'],
  410: ['gone', 'the outlet says that the feed is gone for good'],
};

/** What a status other than success says; null when the body is to be read. A 304 is not for this table. */
export function interpretStatus(answer: Answer, domain: string, now: Date): Failed | Held | null {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return null;
  if (isChallenge(answer))
    return {
      kind: 'held',
      failure: 'challenge',
      reason: `a bot check answered instead of the feed (status ${status})`,
    };
  if (status === 429 || (status === 403 && domain === 'reddit.com'))
    return {
      kind: 'held',
      failure: 'rate-limit',
      reason: `its domain asks for fewer visits (status ${status})`,
    };
  const [failure, words] =
    byStatus[status] ??
    (status >= 500
      ? (['server-error', 'its server is in trouble'] as const)
      : (['client-error', 'its server does not take the request'] as const));
  const retryAt = status >= 500 ? retryAfter(headers['retry-after'], now) : null;
  return { kind: 'failed', failure, reason: `${words} (status ${status})`, retryAt };
}
