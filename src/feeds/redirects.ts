import type { Hop } from './http/client';
import type { FeedState, RedirectCandidate } from './state';

const timesSeen = 3;
const daysSeen = 7;

/** Where a chain leads as far as it is permanent from its start; null when its first hop is temporary or there is none. */
export function permanentTarget(hops: readonly Hop[]): string | null {
  const temporary = hops.findIndex(({ permanent }) => !permanent);
  return hops[(temporary === -1 ? hops.length : temporary) - 1]?.to ?? null;
}

/**
 * What a successful reading says of the feed's address. A permanent redirect is adopted when it has led to the same
 * feed three times over a week, since such redirects are often mistakes that are taken back; the step from http to
 * https at once.
 */
export function followRedirect(
  state: Pick<FeedState, 'address' | 'redirect'>,
  hops: readonly Hop[],
  { now, sameFeed }: { now: Date; sameFeed: boolean },
): Pick<FeedState, 'address' | 'redirect'> {
  const target = permanentTarget(hops);
  if (target === null) return { address: state.address, redirect: null };
  const [first] = hops;
  if (first && isOwnHttps(state.address, first.to)) return { address: first.to, redirect: null };
  if (!sameFeed) return { address: state.address, redirect: null };
  const candidate = seenAgain(state.redirect, target, now);
  const days = (now.getTime() - Date.parse(candidate.firstSeen)) / 86_400_000;
  return candidate.count >= timesSeen && days >= daysSeen
    ? { address: target, redirect: null }
    : { address: state.address, redirect: candidate };
}

function seenAgain(known: RedirectCandidate | null, url: string, now: Date): RedirectCandidate {
  if (known?.url !== url) return { url, firstSeen: now.toISOString(), count: 1 };
  // Beyond the bar only time counts, and the count need not be written.
  return { ...known, count: Math.min(known.count + 1, timesSeen) };
}

const isOwnHttps = (from: string, to: string): boolean =>
  from.startsWith('http://') && to === from.replace(/^http:\/\//, 'https://');
