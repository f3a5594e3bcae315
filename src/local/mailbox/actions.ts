import { toMime } from '../../mail/mime';
import { type FakeSes, SesRefusal, type Submission } from './fake-ses';
import { type Xml, members, tags } from './query-protocol';
import { headersOf } from './ses-events';

export interface ActionResult {
  readonly result: Xml;
  /** The mail that was accepted, to be reported on once the answer is out. */
  readonly accepted?: { readonly id: string; readonly mail: Submission };
}

const addresses = (header: string) =>
  header
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);

async function simpleMail(form: URLSearchParams): Promise<Submission> {
  const to = members(form, 'Destination.ToAddresses');
  const from = form.get('Source') ?? '';
  const text = form.get('Message.Body.Text.Data') ?? '';
  const raw = await toMime({
    from: { name: '', address: from },
    to: to[0] ?? '',
    subject: form.get('Message.Subject.Data') ?? '',
    headers: [],
    text,
    html: form.get('Message.Body.Html.Data') ?? text,
    date: new Date(),
    messageId: '<simple@mailbox.local>',
  });
  return { from, to, raw, configurationSet: form.get('ConfigurationSetName') ?? undefined, tags: tags(form) };
}

function rawMail(form: URLSearchParams): Submission {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const named = members(form, 'Destinations');
  const to = headersOf(raw).find(({ name }) => name.toLowerCase() === 'to')?.value ?? '';
  return {
    raw,
    from: form.get('Source') ?? '',
    to: named.length ? named : addresses(to),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
    tags: tags(form),
  };
}

function take(ses: FakeSes, mail: Submission): ActionResult {
  const id = ses.accept(mail);
  return { result: { MessageId: id }, accepted: { id, mail } };
}

type Action = (ses: FakeSes, form: URLSearchParams) => ActionResult | Promise<ActionResult>;

const ACTIONS: Readonly<Record<string, Action>> = {
  SendRawEmail: (ses, form) => take(ses, rawMail(form)),
  SendEmail: async (ses, form) => take(ses, await simpleMail(form)),
  GetSendQuota: (ses) => {
    const { perDay, rate, sent } = ses.quota();
    return { result: { Max24HourSend: perDay, MaxSendRate: rate, SentLast24Hours: sent } };
  },
  VerifyEmailIdentity: (ses, form) => {
    ses.identities.add((form.get('EmailAddress') ?? '').toLowerCase());
    return { result: {} };
  },
  VerifyDomainIdentity: (ses, form) => {
    ses.identities.add((form.get('Domain') ?? '').toLowerCase());
    return { result: { VerificationToken: 'local' } };
  },
  DeleteIdentity: (ses, form) => {
    ses.identities.delete((form.get('Identity') ?? '').toLowerCase());
    return { result: {} };
  },
  ListIdentities: (ses) => ({ result: { Identities: [...ses.identities] } }),
  CreateConfigurationSet: (ses, form) => {
    const name = form.get('ConfigurationSet.Name') ?? '';
    if (ses.configurationSets.has(name))
      throw new SesRefusal('ConfigurationSetAlreadyExists', `Configuration set <${name}> already exists.`);
    ses.configurationSets.add(name);
    return { result: {} };
  },
  GetAccountSendingEnabled: (ses) => ({ result: { Enabled: ses.sendingEnabled } }),
  UpdateAccountSendingEnabled: (ses, form) => {
    ses.sendingEnabled = form.get('Enabled') !== 'false';
    return { result: {} };
  },
};

/** Carries out one action of SES v1; throws {@link SesRefusal}. */
export async function act(ses: FakeSes, action: string, form: URLSearchParams): Promise<ActionResult> {
  const run = ACTIONS[action];
  if (!run)
    throw new SesRefusal('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
  return run(ses, form);
}
