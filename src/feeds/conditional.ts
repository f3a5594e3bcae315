import { createHash } from 'node:crypto';
import type { Answer } from './http/client';
import type { FeedState, Validators } from './state';

const day = 86_400_000;
const fullReadEvery = 7 * day;
const contradictionsTolerated = 3;

export const bodyHash = (body: Uint8Array): string =>
  createHash('sha256').update(body).digest().subarray(0, 12).toString('base64url');

/**
 * The validators an answer gives, byte for byte; null when it gives none that can be believed. A 304 refreshes what it
 * carries and leaves the rest of `known`.
 */
export function validatorsOf(answer: Answer, now: Date, known: Validators | null = null): Validators | null {
  const { headers, url } = answer;
  if (headers['expires']?.trim() === '0') return null;
  const kept = answer.status === 304 && known?.url === url ? known : null;
  const etag = sendable(headers['etag']) ?? kept?.etag ?? null;
  const lastModified = credible(sendable(headers['last-modified']), now) ?? kept?.lastModified ?? null;
  return etag === null && lastModified === null ? null : { url, etag, lastModified };
}

/** The request headers for one address of the feed: empty for any but the one that gave the validators. */
export function conditionalHeaders(state: FeedState, url: string, now: Date): Record<string, string> {
  const { validators } = state;
  if (validators?.url !== url || fullReadDue(state, now)) return {};
  return {
    ...(validators.etag !== null && { 'if-none-match': validators.etag }),
    ...(validators.lastModified !== null && { 'if-modified-since': validators.lastModified }),
  };
}

/**
 * Whether to ask without validators: they were caught lying, the last full reading is a week old, or a feed that has
 * news every day claims to have had none for three times its usual gap.
 */
export function fullReadDue(state: FeedState, now: Date): boolean {
  if (state.contradictions >= contradictionsTolerated || state.bodyHash === null) return true;
  const sinceFull = elapsed(state.lastFullRead, now);
  if (sinceFull >= fullReadEvery) return true;
  if (state.gap === null || state.gap > 24 * 60) return false;
  // Nights are quiet: below six hours silence proves nothing.
  const patience = Math.max(3 * state.gap * 60_000, day / 4);
  return Math.min(sinceFull, elapsed(state.lastNew, now)) > patience;
}

const elapsed = (instant: string | null, now: Date): number =>
  instant === null ? Infinity : now.getTime() - Date.parse(instant);

const sendable = (value: string | undefined): string | null =>
  value !== undefined && /^[\x20-\x7e\x80-\xff]{1,500}$/.test(value) ? value : null;

/** Dates in the future, and the year 2038 of clocks run over, are no dates of a change. */
function credible(date: string | null, now: Date): string | null {
  if (date === null || date.includes('2038')) return null;
  return Date.parse(date) > now.getTime() ? null : date;
}
