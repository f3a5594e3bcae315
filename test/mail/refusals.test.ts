import { closeOffices, anOffice } from '../support/delivery/office';

afterEach(closeOffices);

test('throttled mails wait and leave later', async () => {
  const office = await anOffice({ faults: ['throttle'] });
  office.join('ana');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ postponed: 1 });
  office.later(1);
  expect(await office.send()).toMatchObject({ sent: 1 });
});

test('at the end of the day’s quota sending stops, and goes on the next day', async () => {
  const office = await anOffice({ perDay: 2 });
  for (const id of ['ana', 'ben', 'eva']) {
    office.join(id);
    await office.queue(id);
  }
  expect(await office.send()).toMatchObject({ sent: 2, stopped: 'quota' });
  office.later(25 * 60);
  expect(await office.send()).toMatchObject({ sent: 1, stopped: null });
});

test('in the sandbox a mail to an unverified reader fails for good, with the reason', async () => {
  const office = await anOffice({ sandbox: true, identities: ['vigia.example', 'ben@example.org'] });
  for (const id of ['ana', 'ben']) {
    office.join(id);
    await office.queue(id);
  }
  expect(await office.send()).toMatchObject({ sent: 1, failed: 1, stopped: null });
  expect((await office.row('ana')).reason).toMatch(/^sandbox: .*ana@example\.org/);
});

test.each([
  ['an unverified sender', { identities: [] }, 'sender-unverified'],
  ['an unknown configuration set', { configurationSets: [] }, 'paused'],
])('%s holds all mail until an operator acts', async (_what, parts, stopped) => {
  const office = await anOffice(parts);
  for (const id of ['ana', 'ben']) {
    office.join(id);
    await office.queue(id);
  }
  expect(await office.send()).toMatchObject({ sent: 0, postponed: 1, failed: 0, stopped });
  expect(await office.row('ana')).toMatchObject({ state: 'PENDING' });
});

test('a mail that cannot be written is tried five times and then shown to the operator; others pass it', async () => {
  const office = await anOffice();
  office.join('ana');
  await office.queue('ana', 'gone');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ sent: 1, postponed: 1 });
  let failed = 0;
  for (let tries = 0; tries < 6; tries++) {
    office.later(60);
    failed += (await office.send()).failed;
  }
  expect(failed).toBe(1);
  expect(await office.row('ana', 'gone')).toMatchObject({
    state: 'FAILED',
    reason: expect.stringContaining('event gone is not in the table') as string,
  });
});

test('an address SES cannot take fails at once', async () => {
  const office = await anOffice();
  office.join('ana', 'a@example.org\r\nBcc: b@example.org');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ failed: 1 });
});
