import type { Outcome } from './outcome';
import type { FailureClass } from './state';

/** Failures that our own network would cause as well. */
const network: ReadonlySet<FailureClass> = new Set([
  'dns',
  'dns-again',
  'connect',
  'tls',
  'timeout',
] as const);
/** Fewer feeds than this, of as many domains, prove nothing. */
const fewest = 5;

export const isNetworkFailure = (outcome: Outcome): boolean =>
  outcome.kind === 'failed' && network.has(outcome.failure);

/** Whether so much of a run failed that it is our outage and not the feeds': then nothing is counted. */
export const isOurOutage = (domains: ReadonlyMap<string, { readonly reached: boolean }>): boolean =>
  domains.size >= fewest && [...domains.values()].filter(({ reached }) => !reached).length > domains.size / 2;
