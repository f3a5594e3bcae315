import { sesVerdict } from '../../src/mail/ses-error';

const error = (name: string, message: string, httpStatusCode?: number, code?: string) =>
  Object.assign(new Error(message), { name, code, $metadata: { httpStatusCode } });
const unverified = (...identities: string[]) =>
  `Email address is not verified. The following identities failed the check in region US-EAST-1: ${identities.join(', ')}`;

test.each([
  [error('Throttling', 'Maximum sending rate exceeded.', 400), 'throttled'],
  [error('Throttling', 'Daily message quota exceeded.', 400), 'quota'],
  [error('AccountSendingPausedException', 'Email sending is disabled', 400), 'paused'],
  [error('ConfigurationSetDoesNotExist', 'Configuration set <x> does not exist.', 400), 'paused'],
  [error('AccessDenied', 'User is not authorized to perform ses:SendRawEmail', 403), 'paused'],
  [error('MessageRejected', 'Sending paused for this account.', 400), 'paused'],
  [error('MailFromDomainNotVerifiedException', 'no MX', 400), 'sender-unverified'],
  [error('MessageRejected', unverified('alerts@vigia.example'), 400), 'sender-unverified'],
  [error('MessageRejected', unverified('alerts@vigia.example', 'ana@example.org'), 400), 'sender-unverified'],
  [error('MessageRejected', unverified('ana@example.org'), 400), 'sandbox'],
  [error('MessageRejected', 'Illegal content', 400), 'rejected'],
  [error('InvalidParameterValue', 'Missing final domain', 400), 'rejected'],
  [error('Error', 'connect ECONNREFUSED 127.0.0.1:1', undefined, 'ECONNREFUSED'), 'unreached'],
  [error('Error', 'getaddrinfo ENOTFOUND', undefined, 'ENOTFOUND'), 'unreached'],
  [error('CredentialsProviderError', 'Could not load credentials'), 'unreached'],
  [error('TimeoutError', 'Request timed out'), 'ambiguous'],
  [error('Error', 'socket hang up', undefined, 'ECONNRESET'), 'ambiguous'],
  [error('InternalFailure', 'try again', 500), 'ambiguous'],
  [error('RequestTimeout', 'too slow', 408), 'ambiguous'],
  [undefined, 'ambiguous'],
])('%s means %s', (thrown, verdict) => {
  expect(sesVerdict(thrown, 'alerts@vigia.example')).toBe(verdict);
});
