/** What a failed send means for the mail and for those behind it. */
export const SES_VERDICTS = [
  /** Sent too fast: this mail waits a little. */
  'throttled',
  /** The day's quota is used up: nothing goes out for a while. */
  'quota',
  /** The account or configuration set may not send: nothing goes out until an operator acts. */
  'paused',
  /** The sender (or its domain) is not verified: nothing goes out until an operator acts. */
  'sender-unverified',
  /** SES sandbox: this reader's address is not verified. */
  'sandbox',
  /** SES refuses this very message. */
  'rejected',
  /** SES was not reached: certainly not sent. */
  'unreached',
  /** Nobody knows whether SES took it. */
  'ambiguous',
] as const;
export type SesVerdict = (typeof SES_VERDICTS)[number];

interface ErrorLike {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly cause?: unknown;
}

const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const NO_CREDENTIALS = new Set(['CredentialsProviderError', 'ExpiredToken', 'ExpiredTokenException']);
const ACCOUNT_SHUT = new Set([
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'ConfigurationSetDoesNotExist',
  'ConfigurationSetDoesNotExistException',
  'AccessDenied',
  'AccessDeniedException',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
]);

/**
 * Tells what the error of one send attempt means. Anything that is not a clear refusal is ambiguous: SES may have
 * taken the mail and the answer was lost.
 */
export function sesVerdict(error: unknown, sender: string): SesVerdict {
  const { name = '', message = '', code = '', $metadata } = (error ?? {}) as ErrorLike;
  if (NOT_CONNECTED.has(code) || NO_CREDENTIALS.has(name)) return 'unreached';
  if (/daily message quota/i.test(message)) return 'quota';
  if (/^(Throttling|ThrottlingException|TooManyRequestsException|LimitExceededException)$/.test(name))
    return 'throttled';
  if (ACCOUNT_SHUT.has(name)) return 'paused';
  if (name === 'MailFromDomainNotVerifiedException') return 'sender-unverified';
  if (/address(es)? (is|are) not verified|not verified/i.test(message)) {
    const domain = sender.slice(sender.lastIndexOf('@') + 1);
    const names = message.slice(message.lastIndexOf(':') + 1).toLowerCase();
    return names.includes(sender.toLowerCase()) || names.trim() === domain.toLowerCase()
      ? 'sender-unverified'
      : 'sandbox';
  }
  if (/sending (is )?paused/i.test(message)) return 'paused';
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500 && status !== 408 ? 'rejected' : 'ambiguous';
}
