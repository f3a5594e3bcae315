import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { createHash } from 'node:crypto';
import { handle } from 'hono/aws-lambda';
import { createSite } from '../../src/site/site';
import { finishErasures } from '../../src/subscriptions/erase';
import { Links } from '../../src/subscriptions/links';
import type { Challenge } from '../../src/subscriptions/proof-of-work';
import { activeSubscriber, type Installation, startInstallation, storeVisit } from './installation';

let place: Installation;
let site: ReturnType<typeof createSite>;
let links: Links;
let address = 0;
beforeEach(async () => {
  place = await startInstallation();
  site = createSite(place.deps);
  links = new Links('', place.deps.tokens);
});
afterEach(() => place.dynamo.stop());

const HOUR = 3_600_000;
const CHOICES = {
  frequency: 'instant',
  language: 'en',
  timeZone: 'America/Lima',
  hour: '7',
  weekday: '1',
  updates: 'yes',
};

const send = async (path: string, fields: Record<string, string>, ip = '203.0.113.9') => {
  const body = new URLSearchParams(fields);
  const reply = await site.request(
    `${path}?lang=en`,
    { method: 'POST', body, headers: { 'user-agent': 'test' } },
    { ip },
  );
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
};
const open = async (path: string) => {
  const reply = await site.request(path);
  return { status: reply.status, text: await reply.text() };
};
const hiddenOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );

/** Fills in the form as a person does: looks at it, takes ten seconds, sends it. */
async function fillIn(fields: Record<string, string>, ip?: string) {
  const { stamp } = hiddenOf((await open('/')).text);
  place.clock.pass(10_000);
  return send(
    '/subscribe',
    { ...CHOICES, query: 'CECOT visit', stamp: stamp!, ...fields },
    ip ?? `10.${address++}.0.1`,
  );
}
async function confirmLast() {
  const { personId } = place.mails.at(-1)!;
  const path = links.confirm(personId);
  const ids = [...(await open(path)).text.matchAll(/name="(id-[0-9a-f]+)"/g)].map(([, id]) => [id!, 'yes']);
  return { personId, reply: await send(path, Object.fromEntries(ids)) };
}
/** Through the form and the mail, as a person does it. */
const signedUp = async () => {
  await fillIn({ email: 'ana@example.org' });
  const { personId } = await confirmLast();
  return { personId, person: (await place.deps.subscribers.byPerson(personId))! };
};
const subscribed = (email = 'ana@example.org', query = 'CECOT visit') =>
  activeSubscriber(place, email, {
    query,
    frequency: 'instant',
    timeZone: 'America/Lima',
    hour: 7,
    weekday: 1,
    quietHours: null,
    updates: true,
    language: 'es',
  });

describe('signing up', () => {
  test('asks for one mail, and nothing is matched before the button is pressed', async () => {
    const { status, text } = await fillIn({ email: 'Ana@Example.org' });
    expect(status).toBe(200);
    expect(text).toContain('Check your mailbox');
    expect(place.mails).toMatchObject([{ kind: 'confirmation', data: { query: 'CECOT visit' } }]);
    expect((await place.deps.subscriptions.activeQueries()).queries).toEqual([]);

    const { personId } = place.mails[0]!;
    await open(links.confirm(personId));
    expect((await place.deps.subscribers.byPerson(personId, place.clock.now()))!.state).toBe('pending');

    const { reply } = await confirmLast();
    expect(reply.text).toContain('Subscription confirmed');
    const { version, queries } = await place.deps.subscriptions.activeQueries();
    expect(queries).toEqual([{ hash: expect.any(String), source: 'CECOT visit' }]);
    const pages = [];
    for await (const page of place.deps.subscriptions.subscriptionsOf(queries[0]!.hash)) pages.push(...page);
    expect(pages).toMatchObject([
      { personId, timeZone: 'America/Lima', state: 'active', updates: true, quietHours: null },
    ]);
    expect(JSON.stringify(pages)).not.toContain('example.org');
    expect(version).toBe(await place.deps.subscriptions.querySetVersion());
    expect(place.mails.map(({ kind }) => kind)).toEqual(['confirmation', 'welcome']);
  });

  test('keeps the evidence of consent', async () => {
    const { personId } = await signedUp();
    const acts = await place.deps.consents.of(personId);
    expect(acts.map(({ act }) => act)).toEqual(['requested', 'confirmation-asked', 'confirmed']);
    expect(acts[0]).toMatchObject({
      form: '/subscribe',
      locale: 'en',
      userAgent: 'test',
      wording: expect.any(String),
      query: 'CECOT visit',
    });
    expect(acts[2]).toMatchObject({ form: '/confirm', ip: '203.0.113.9' });
    expect(JSON.stringify(acts)).not.toContain(links.confirm(personId).split('/').at(-1));
  });

  test('answers the same for new, known, repeated and refused addresses', async () => {
    const fresh = await fillIn({ email: 'new@example.org' });
    const { personId } = await subscribed('known@example.org');
    await send(links.notMe((await fillIn({ email: 'never@example.org' }), place.mails.at(-1)!.personId)), {});
    place.clock.pass(25 * HOUR);
    const count = place.mails.length;
    const replies = [
      await fillIn({ email: 'known@example.org', query: 'Peru reform' }),
      await fillIn({ email: 'never@example.org' }),
      await fillIn({ email: 'bot@example.org', website: 'https://spam.example' }),
    ];
    for (const reply of replies) expect(reply).toMatchObject({ status: 200, text: fresh.text });
    expect(place.mails.slice(count)).toMatchObject([{ kind: 'already-subscribed', personId }]);
    expect(new Set(place.clock.slept)).toEqual(new Set([600]));
  });

  test('sends no second mail within a day, no fourth in thirty days, also to other spellings of the mailbox', async () => {
    for (const day of [0, 0, 1.1, 1.2, 2.3, 3.5, 5]) {
      place.clock.pass(day * 24 * HOUR - (place.clock.now().getTime() - Date.parse('2026-11-22T12:00:00Z')));
      await fillIn({ email: 'victim@gmail.com' });
      await fillIn({ email: 'vic.tim+x@googlemail.com' });
    }
    expect(place.mails.filter(({ kind }) => kind === 'confirmation')).toHaveLength(3);
  });

  test('one press confirms everything that waits for the address', async () => {
    await fillIn({ email: 'ana@example.org', query: 'CECOT visit' });
    await fillIn({ email: 'ana@example.org', query: 'Peru reform' });
    expect(place.mails).toHaveLength(1);
    await confirmLast();
    expect((await place.deps.subscriptions.activeQueries()).queries).toHaveLength(2);
  });

  test('quotes no links of strangers and refuses what cannot be mailed or read', async () => {
    await fillIn({ email: 'ana@example.org', query: 'win at https://evil.example/x or evil.example now' });
    expect(JSON.stringify(place.mails[0]!.data)).not.toContain('evil');
    const refused = async (fields: Record<string, string>) => {
      const { status, text } = await fillIn({ email: 'ana@example.org', ...fields });
      expect(status).toBe(400);
      return /role="alert">\s*<p>(.*?)<\/p>/s.exec(text)![1];
    };
    expect(await refused({ email: 'a@b.example\r\nBcc: c@d.example' })).toContain('line breaks');
    expect(await refused({ email: 'josé@example.org' })).toContain('Before the @');
    expect(await refused({ query: '"open' })).toContain('closing quote is missing');
    expect(await refused({ timeZone: 'Mars/Base' })).toContain('time zone');
    expect(await refused({ frequency: 'never' })).toContain('how often');
    expect(await refused({ hour: '24' })).toContain('0 to 23');
  });

  test('behind Lambda the address of the peer is the one AWS saw', async () => {
    const { stamp } = hiddenOf((await open('/')).text);
    place.clock.pass(10_000);
    const form = { ...CHOICES, query: 'CECOT visit', stamp: stamp!, email: 'ana@example.org' };
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath: '/subscribe',
      rawQueryString: 'lang=en',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '1.1.1.1' },
      requestContext: {
        domainName: 'news.example',
        http: { method: 'POST', path: '/subscribe', sourceIp: '198.51.100.7' },
      },
      body: Buffer.from(new URLSearchParams(form).toString()).toString('base64'),
      isBase64Encoded: true,
    };
    expect(await handle(site)(event as never)).toMatchObject({ statusCode: 200 });
    const [act] = await place.deps.consents.of(place.mails[0]!.personId);
    expect(act).toMatchObject({ act: 'requested', ip: '198.51.100.7' });
  });

  test('a request that is never confirmed expires', async () => {
    await fillIn({ email: 'ana@example.org' });
    const { personId } = place.mails[0]!;
    place.clock.pass(7 * 24 * HOUR);
    expect((await open(links.confirm(personId))).status).toBe(404);
    await fillIn({ email: 'ana@example.org' });
    expect(place.mails.at(-1)!.personId).not.toBe(personId);
    const { reply } = await confirmLast();
    expect(reply.text).toContain('Subscription confirmed');
  });
});

describe('the gate', () => {
  test('a form sent at once is made to wait, and let in afterwards, once', async () => {
    const { stamp } = hiddenOf((await open('/')).text);
    const form = { ...CHOICES, query: 'CECOT visit', email: 'ana@example.org', stamp: stamp! };
    const asked = await send('/subscribe', form);
    expect(asked.text).toContain('wait 20 seconds');
    const again = hiddenOf(asked.text);
    place.clock.pass(2_000);
    expect((await send('/subscribe', { ...form, wait: again['wait']!, stamp: '' })).text).toContain(
      '18 seconds are still to go',
    );
    place.clock.pass(19_000);
    expect((await send('/subscribe', { ...again, stamp: '', email: 'other@example.org' })).text).toContain(
      'wait 20 seconds',
    );
    expect((await send('/subscribe', { ...again, stamp: '' })).text).toContain('Check your mailbox');
    expect((await send('/subscribe', { ...again, stamp: '' })).text).toContain('wait 20 seconds');
    expect(place.mails).toHaveLength(1);
  });

  test('a network that signs up often must prove itself, then is refused for a while; others are not', async () => {
    const texts = [];
    for (let i = 0; i < 7; i++)
      texts.push((await fillIn({ email: `n${i}@example.org` }, `198.51.100.${i}`)).text);
    expect(texts[0]).toContain('Check your mailbox');
    expect(texts[6]).toContain('wait 20 seconds');
    const other = await fillIn({ email: 'other@example.org' }, '198.51.101.1');
    expect(other.text).toContain('Check your mailbox');
    const strict = createSite(place.deps, {
      network: { capacity: 1, perHour: 1 },
      everywhere: { capacity: 600, perHour: 600 },
      pressure: 1,
    });
    site = strict;
    await fillIn({ email: 'first@example.org' }, '192.0.2.1');
    const closed = await fillIn({ email: 'second@example.org' }, '192.0.2.2');
    expect(closed.status).toBe(429);
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(3000);
  });

  test('programs sign up with a proof of work, each proof once', async () => {
    const call = async (body: object) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await site.request('/api/subscriptions', {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return {
        status: reply.status,
        body: (await reply.json()) as { challenge?: Challenge; error?: { text: string } },
      };
    };
    const request = { address: 'ana@example.org', query: 'CECOT visit', language: 'en' };
    const refused = await call(request);
    expect(refused.status).toBe(403);
    const challenge = refused.body.challenge!;
    let number = 0;
    const digest = (n: number) =>
      createHash('sha256')
        .update(challenge.salt + n)
        .digest('hex');
    while (digest(number) !== challenge.challenge) number++;
    const proof = { ...challenge, number };
    expect((await call({ ...request, proof: { ...proof, number: number + 1 } })).status).toBe(403);
    expect((await call({ ...request, proof: { ...proof, max: 1 } })).status).toBe(202);
    expect((await call({ ...request, proof })).status).toBe(403);
    expect((await call({ ...request, address: 'nobody' })).status).toBe(400);
    expect((await call({ ...request, query: '"open' })).body.error!.text).toContain('comillas');
    expect(place.mails).toHaveLength(1);
  });

  test('stops confirmation mails when hardly any is confirmed', async () => {
    for (let i = 0; i < 40; i++) await place.deps.limits.count('confirmations', 'sent', place.clock.now());
    await fillIn({ email: 'ana@example.org' });
    expect(place.mails).toHaveLength(0);
    place.clock.pass(2 * HOUR);
    await fillIn({ email: 'ana@example.org' });
    expect(place.mails).toHaveLength(1);
  });
});

describe('leaving', () => {
  test('one click from the mail program ends it without redirect; a visit alone does not', async () => {
    const { row } = await subscribed();
    const path = links.unsubscribe(row.subscriptionId);
    expect((await open(path)).text).toContain('en: cecot &amp; visit'.replace('en:', 'es:'));
    expect((await send(path, { other: 'x' })).status).toBe(400);
    expect((await place.deps.subscriptions.get(row.subscriptionId))!.state).toBe('active');
    expect((await send(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect((await send(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect((await place.deps.subscriptions.get(row.subscriptionId, place.clock.now()))!.state).toBe(
      'unsubscribed',
    );
    expect(place.mails.filter(({ kind }) => kind === 'goodbye')).toHaveLength(1);

    await send(`${path}/undo`, {});
    expect((await place.deps.subscriptions.get(row.subscriptionId))!.state).toBe('active');
  });

  test('the address of whoever holds nothing any more goes with the last chance to undo', async () => {
    const { row, person, personId } = await subscribed();
    const path = links.unsubscribe(row.subscriptionId);
    await send(path, { 'List-Unsubscribe': 'One-Click' });
    await send(`${path}/undo`, {});
    place.clock.pass(31 * 24 * HOUR);
    expect(await place.deps.subscribers.byPerson(personId, place.clock.now())).not.toBeNull();
    await send(path, { 'List-Unsubscribe': 'One-Click' });
    place.clock.pass(29 * 24 * HOUR);
    expect((await open(links.preferences(person))).status).toBe(200);
    place.clock.pass(24 * HOUR);
    expect(await place.deps.subscribers.byPerson(personId, place.clock.now())).toBeNull();
    expect((await open(links.preferences(person))).status).toBe(404);
    expect((await send(`${path}/undo`, {})).status).toBe(404);
  });

  test('multipart one-click works too', async () => {
    const { row } = await subscribed();
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    const reply = await site.request(links.unsubscribe(row.subscriptionId), { method: 'POST', body });
    expect(reply.status).toBe(200);
    expect((await place.deps.subscriptions.get(row.subscriptionId, place.clock.now()))!.state).toBe(
      'unsubscribed',
    );
  });

  test('a query nobody holds leaves the set, not before an hour and not while somebody holds it', async () => {
    const ana = await subscribed('ana@example.org');
    const eva = await subscribed('eva@example.org');
    place.clock.pass(2 * HOUR);
    await send(links.unsubscribe(ana.row.subscriptionId), { 'List-Unsubscribe': 'One-Click' });
    const { version, queries } = await place.deps.subscriptions.activeQueries();
    expect(queries).toHaveLength(1);
    await send(links.unsubscribeAll(eva.personId), { 'List-Unsubscribe': 'One-Click' });
    expect((await place.deps.subscriptions.activeQueries()).queries).toHaveLength(0);
    expect(await place.deps.subscriptions.querySetVersion()).not.toBe(version);
  });

  test('"this was not me" of a subscriber deletes only what somebody else asked for', async () => {
    const { personId, row } = await subscribed();
    place.clock.pass(25 * HOUR);
    await fillIn({ email: 'ana@example.org', query: 'unwanted thing' });
    expect(place.mails.at(-1)).toMatchObject({ kind: 'already-subscribed', personId });
    expect((await send(links.notMe(personId), {})).text).toContain('Request deleted');
    expect(await place.deps.subscriptions.byPerson(personId)).toEqual([row]);
    expect(await place.deps.subscribers.isForbidden('ana@example.org')).toBe(false);
  });

  test('a subscriber confirms another query on the preference page', async () => {
    const { personId, person } = await subscribed();
    place.clock.pass(25 * HOUR);
    await fillIn({ email: 'ana@example.org', query: 'Peru reform' });
    const path = links.preferences(person);
    const { text } = await open(`${path}?lang=en`);
    expect(text).toContain('Waits for your confirmation');
    const rows = await place.deps.subscriptions.byPerson(personId, place.clock.now());
    const id = rows.find(({ state }) => state === 'pending')!.subscriptionId;
    expect((await send(`${path}/confirm`, { id })).status).toBe(303);
    expect((await place.deps.subscriptions.get(id))!.state).toBe('active');
    expect(place.mails.at(-1)).toMatchObject({
      kind: 'welcome',
      data: { preview: { events: 0, latest: [] } },
    });
  });

  test('"this was not me" deletes the request and silences the mailbox', async () => {
    await fillIn({ email: 'victim@example.org' });
    const { personId } = place.mails[0]!;
    expect((await open(links.notMe(personId))).text).toContain('<button');
    expect(await place.deps.subscribers.isForbidden('victim@example.org')).toBe(false);
    expect((await send(links.notMe(personId), {})).status).toBe(200);
    expect(await place.deps.subscribers.isForbidden('victim+again@example.org')).toBe(true);
    expect(await place.deps.subscribers.byPerson(personId)).toBeNull();
    place.clock.pass(48 * HOUR);
    await fillIn({ email: 'victim@example.org' });
    expect(place.mails).toHaveLength(1);
  });
});

describe('preferences', () => {
  const act = async (path: string, action: string, fields: Record<string, string>) => {
    const reply = await send(`${path}/${action}`, fields);
    expect(reply.status).toBe(303);
    return reply.headers.get('location')!;
  };

  test('pause, snooze, resume, change and add, each on record', async () => {
    const { personId, person, row } = await subscribed();
    const path = links.preferences(person);
    const id = { id: row.subscriptionId };
    const now = async () => (await place.deps.subscriptions.get(row.subscriptionId, place.clock.now()))!;
    await act(path, 'pause', id);
    expect((await now()).state).toBe('paused');
    await act(path, 'resume', id);
    await act(path, 'snooze', { ...id, days: '7' });
    expect(await now()).toMatchObject({
      state: 'active',
      snoozedUntil: expect.stringMatching(/^2026-11-29/),
    });
    expect((await open(`${path}?lang=en`)).text).toContain('Silent until');
    await act(path, 'change', {
      ...CHOICES,
      ...id,
      query: 'Peru reform',
      frequency: 'daily',
      quiet: 'yes',
      quietFrom: '22',
      quietTo: '6',
    });
    const moved = await now();
    expect(moved).toMatchObject({
      query: 'Peru reform',
      frequency: 'daily',
      quietHours: { from: 22, to: 6 },
    });
    expect(moved.queryHash).not.toBe(row.queryHash);
    const old = [];
    for await (const page of place.deps.subscriptions.subscriptionsOf(row.queryHash)) old.push(...page);
    expect(old).toEqual([]);
    await act(path, 'add', { ...CHOICES, query: 'Ecuador delegation' });
    const rows = await place.deps.subscriptions.byPerson(personId, place.clock.now());
    expect(rows.map(({ query }) => query).sort()).toEqual(['Ecuador delegation', 'Peru reform']);
    const acts = (await place.deps.consents.of(personId)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['paused', 'resumed', 'snoozed', 'changed', 'added']));
    expect((await send(`${path}/change`, { ...CHOICES, ...id, query: '"x' })).status).toBe(400);
    expect((await send(`${path}/pause`, { id: '0'.repeat(32) })).status).toBe(404);
  });

  test('opens with its own token only; new links void the old ones', async () => {
    const { person, row } = await subscribed();
    const path = links.preferences(person);
    const wrong = [
      path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A'),
      links.unsubscribe(row.subscriptionId).replace('unsubscribe', 'preferences'),
      `/preferences/${'0'.repeat(32)}/x`,
    ];
    for (const address of wrong) expect((await open(address)).status).toBe(404);
    const location = await act(path, 'new-links', {});
    expect((await open(path)).status).toBe(404);
    expect((await open(location)).status).toBe(200);
  });

  test('a program is told too: the key is shown once, taken into no download, and ends with the address', async () => {
    const { person, row } = await subscribed();
    const path = links.preferences(person);
    const hook = (url: string, format = 'json') =>
      send(`${path}/webhook`, { id: row.subscriptionId, url, format });
    const stored = async () => (await place.deps.subscriptions.get(row.subscriptionId))!.webhook;
    const { status, text } = await hook('https://hooks.example/in', 'slack');
    const { secret } = (await stored())!;
    expect([status, text.split(secret).length - 1]).toEqual([200, 1]);
    expect(await stored()).toMatchObject({ url: 'https://hooks.example/in', format: 'slack' });
    const again = (await open(path)).text;
    expect(again).toContain('value="https://hooks.example/in"');
    expect(again).not.toContain(secret);
    const download = (await open(`${path}/export.json`)).text;
    expect(download).toContain('https://hooks.example/in');
    expect(download).not.toContain(secret);
    const { change } = (await place.deps.consents.of(person.personId)).at(-1)!;
    expect(change).toEqual({ webhook: { from: null, to: 'https://hooks.example/in' } });
    for (const url of [
      'https://127.0.0.1/',
      'https://[::ffff:169.254.169.254]/',
      'https://hooks.example:22/',
    ]) {
      const refused = await hook(url);
      expect([refused.status, refused.text.includes('public address')]).toEqual([400, true]);
    }
    expect((await stored())!.secret).toBe(secret);
    expect((await hook('')).status).toBe(303);
    expect(await stored()).toBeNull();
  });

  test('exports everything and no secret', async () => {
    const { person } = await signedUp();
    const text = (await open(`${links.preferences(person)}/export.json`)).text;
    expect(JSON.parse(text)).toMatchObject({
      person: { address: 'ana@example.org', state: 'active' },
      subscriptions: [{ query: 'CECOT visit' }],
      consents: [{ act: 'requested' }, { act: 'confirmation-asked' }, { act: 'confirmed' }],
      mails: [{ kind: 'confirmation' }, { kind: 'welcome' }],
    });
    expect(text).not.toContain(person.tokenHash);
  });

  test('erases everything, keeping only what cannot be read back', async () => {
    const { person, personId } = await signedUp();
    const reply = await send(`${links.preferences(person)}/erase`, { silence: 'yes' });
    expect(reply.text).toContain('Your data are erased');
    const left = [];
    for (const name of ['people', 'alerts'] as const) {
      const { Items } = await place.dynamo.client.send(
        new ScanCommand({ TableName: place.dynamo.table(name).name }),
      );
      left.push(...(Items ?? []));
    }
    expect(JSON.stringify(left)).not.toMatch(/ana@|example\.org/);
    expect(JSON.stringify(left)).not.toContain(personId);
    expect(left.some((item) => item['sk']?.S === 'DO-NOT-MAIL')).toBe(true);
  });

  test('an interrupted erasure is silent at once and finished later', async () => {
    const { personId } = await subscribed();
    await place.deps.subscribers.beginErasure(personId, place.clock.now());
    expect(await place.deps.subscribers.byPerson(personId)).toBeNull();
    expect(await finishErasures(place.deps)).toBe(1);
    expect(await place.deps.subscriptions.byPerson(personId)).toEqual([]);
    expect(await finishErasures(place.deps)).toBe(0);
  });

  test('a suspended person sees why and can ask for mail again', async () => {
    const { person, personId } = await subscribed();
    await place.deps.subscribers.suspend(personId, 'bounce');
    expect((await open(`${links.preferences(person)}?lang=en`)).text).toContain(
      'your mailbox refused a mail',
    );
    await act(links.preferences(person), 'reinstate', {});
    expect((await place.deps.consents.of(personId)).at(-1)).toMatchObject({ act: 'reinstated' });
    expect((await place.deps.subscribers.byPerson(personId))!.state).toBe('active');
  });
});

describe('private feeds', () => {
  test('hold what the query found, for the secret address only', async () => {
    await storeVisit(place);
    const { row } = await subscribed('ana@example.org', 'cecot visit');
    const json = JSON.parse((await open(links.feed(row.subscriptionId, 'json'))).text);
    expect(json.items).toMatchObject([{ id: 'urn:vigia:event:ecuador-cecot' }]);
    const { text } = await open(links.feed(row.subscriptionId, 'atom'));
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect((await open(`/feed/${row.subscriptionId}/wrong.atom`)).status).toBe(410);
  });
});
