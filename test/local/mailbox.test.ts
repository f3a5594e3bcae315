import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateConfigurationSetCommand,
  GetSendQuotaCommand,
  GetSendStatisticsCommand,
  ListIdentitiesCommand,
  SendEmailCommand,
  SendRawEmailCommand,
  UpdateAccountSendingEnabledCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { type Mailbox, startMailbox } from '../../src/local/mailbox';
import { sesClient } from '../../src/mail/ses';

let mailbox: Mailbox;
afterEach(() => mailbox.close());

async function start(options: Partial<Parameters<typeof startMailbox>[0]> = {}) {
  mailbox = await startMailbox({ identities: ['vigia.example'], configurationSets: ['vigia'], ...options });
  return sesClient({
    endpoint: mailbox.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
}

const raw = (headers: string, body = 'text') =>
  Buffer.from(`${headers.replaceAll('\n', '\r\n')}\r\n\r\n${body}\r\n`);
const FROM = 'From: Vigia <alerts@vigia.example>\nTo: ana@example.org\nSubject: Hola <b>Ana</b>';
const send = (message = raw(FROM), more = {}) =>
  new SendRawEmailCommand({ RawMessage: { Data: message }, ...more });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'sent',
    (error: Error) => `${error.name}: ${error.message}`,
  );

test('keeps what the unmodified SES client sends, to every recipient', async () => {
  const ses = await start();
  const { MessageId } = await ses.send(
    send(raw(FROM), {
      Destinations: ['ana@example.org', 'ben@example.org'],
      Tags: [{ Name: 'mail', Value: 'k' }],
    }),
  );
  expect(mailbox.mails()).toMatchObject([
    { id: MessageId, to: ['ana@example.org', 'ben@example.org'], tags: { mail: 'k' } },
  ]);
  expect(mailbox.mails()[0]!.raw).toEqual(raw(FROM));
  await ses.send(
    new SendEmailCommand({
      Source: 'alerts@vigia.example',
      Destination: { ToAddresses: ['eva@example.org'] },
      Message: {
        Subject: { Data: 'Señal' },
        Body: { Text: { Data: 'ñandú' }, Html: { Data: '<p>ñandú</p>' } },
      },
    }),
  );
  expect(mailbox.mails()[1]!.raw.toString()).toContain('=C3=B1and=C3=BA');
});

test('counts against the quota and the rate', async () => {
  const ses = await start({ perDay: 3, rate: 2 });
  await ses.send(send());
  await ses.send(send());
  expect(await ses.send(new GetSendQuotaCommand({}))).toMatchObject({
    Max24HourSend: 3,
    MaxSendRate: 2,
    SentLast24Hours: 2,
  });
  expect(await codeOf(ses.send(send()))).toBe('Throttling: Maximum sending rate exceeded.');
  await new Promise((resolve) => setTimeout(resolve, 1020));
  await ses.send(send());
  expect(await codeOf(ses.send(send()))).toBe('Throttling: Daily message quota exceeded.');
});

test.each([
  [
    'an unverified From',
    raw(FROM.replace('vigia.example', 'other.example')),
    {},
    /^MessageRejected: Email address is not verified.*alerts@other\.example/,
  ],
  ['an unverified Source', raw(FROM), { Source: 'x@other.example' }, /^MessageRejected: .*x@other\.example/],
  ['no From', raw('To: ana@example.org'), {}, /^InvalidParameterValue: Missing required header 'From'/],
  ['an address with ñ', raw(FROM), { Destinations: ['ñ@example.org'] }, /^InvalidParameterValue: /],
  ['an unknown configuration set', raw(FROM), { ConfigurationSetName: 'x' }, /^ConfigurationSetDoesNotExist/],
  [
    'a tag with a space',
    raw(FROM),
    { Tags: [{ Name: 'mail', Value: 'a b' }] },
    /^InvalidParameterValue: Invalid tag/,
  ],
  ['11 MB', raw(FROM, 'x'.repeat(11 * 1024 * 1024)), {}, /^InvalidParameterValue: Message length/],
])('refuses %s as SES does', async (_what, message, more, refusal) => {
  const ses = await start();
  expect(await codeOf(ses.send(send(message, more)))).toMatch(refusal);
  expect(mailbox.mails()).toEqual([]);
});

test('identities, configuration sets and pausing; other actions are refused cleanly', async () => {
  const ses = await start({ identities: [], configurationSets: [] });
  await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: 'Alerts@vigia.example' }));
  expect((await ses.send(new ListIdentitiesCommand({}))).Identities).toEqual(['alerts@vigia.example']);
  const create = () => ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: 'vigia' } }));
  await create();
  expect(await codeOf(create())).toMatch(/^ConfigurationSetAlreadyExists/);
  expect(await codeOf(ses.send(send(raw(FROM), { ConfigurationSetName: 'vigia' })))).toBe('sent');
  await ses.send(new UpdateAccountSendingEnabledCommand({ Enabled: false }));
  expect(await codeOf(ses.send(send()))).toMatch(/^AccountSendingPausedException/);
  expect(await codeOf(ses.send(new GetSendStatisticsCommand({})))).toMatch(/^InvalidAction/);
});

test('publishes events with tags and headers, through the configuration set only', async () => {
  const events: string[] = [];
  const ses = await start({ onEvent: ({ Message }) => void events.push(Message) });
  await ses.send(send());
  await ses.send(
    send(raw(`${FROM}\nX-Alert-Key: k1`), {
      ConfigurationSetName: 'vigia',
      Tags: [{ Name: 'mail', Value: 'k1' }],
    }),
  );
  const read = events.map(
    (event) =>
      JSON.parse(event) as { eventType: string; mail: { tags: object; headers: { name: string }[] } },
  );
  expect(read.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
  expect(read[0]!.mail.tags).toEqual({ mail: ['k1'] });
  expect(read[0]!.mail.headers.map(({ name }) => name)).toContain('X-Alert-Key');
});

test('shows mails to a browser, running nothing that is in them', async () => {
  const ses = await start();
  const html = 'MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8';
  await ses.send(
    send(raw(`${FROM}\n${html}`, '<html><head></head><body><script>1</script>Hola</body></html>')),
  );
  const get = async (path: string) => {
    const response = await fetch(mailbox.url + path);
    return {
      status: response.status,
      policy: response.headers.get('content-security-policy'),
      text: await response.text(),
    };
  };
  const { id } = mailbox.mails()[0]!;
  const list = await get('/');
  expect(list.text).toContain(`<a href="/mails/${id}">Hola &lt;b&gt;Ana&lt;/b&gt;</a>`);
  const mail = await get(`/mails/${id}`);
  expect(mail.text).toContain('sandbox="allow-popups');
  expect(mail.text).not.toContain('<script');
  const part = await get(`/mails/${id}/html`);
  expect(part.policy).toContain("default-src 'none'");
  expect((await get(`/mails/${id}/raw`)).text).toContain('Subject: Hola <b>Ana</b>');
  expect((await get('/mails/none')).status).toBe(404);
});

test('keeps mails as files across runs', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'mailbox-'));
  try {
    const ses = await start({ directory });
    const { MessageId } = await ses.send(send());
    await mailbox.close();
    expect(readdirSync(directory)).toEqual([`${MessageId}.eml`]);
    expect(readFileSync(join(directory, `${MessageId}.eml`))).toEqual(raw(FROM));
    await start({ directory });
    expect(mailbox.mails()).toMatchObject([{ id: MessageId, to: ['ana@example.org'] }]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
