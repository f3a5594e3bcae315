import PostalMime from 'postal-mime';
import { closeOffices, anOffice } from '../support/delivery/office';

afterEach(closeOffices);

test.each([
  ['bounce@simulator.amazonses.com', 'SENT', 'bounce'],
  ['suppressionlist@simulator.amazonses.com', 'SUPPRESSED', 'suppressed'],
  ['complaint@simulator.amazonses.com', 'SENT', 'complaint'],
])('%s: the reader is suspended and gets no more', async (address, state, because) => {
  const office = await anOffice();
  office.join('ana', address);
  await office.queue('ana');
  await office.send();
  expect(await office.receive()).toMatchObject({ suspended: 1 });
  expect(await office.row('ana')).toMatchObject({ state });
  expect(office.people.get('ana')).toMatchObject({ state: 'suspended', suspendedBecause: because });
  await office.queue('ana', 'e2');
  expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
});

test('a mailbox that stays full is suspended after five mails, and told so once', async () => {
  const office = await anOffice();
  office.join('ana', 'mailboxfull@example.org');
  for (let n = 0; n < 5; n++) {
    await office.queue('ana', `e${n}`);
    await office.send();
    await office.receive();
  }
  expect(office.people.get('ana')).toMatchObject({ state: 'suspended' });
  expect(await office.send()).toMatchObject({ sent: 1 });
  const { subject } = await PostalMime.parse(office.mailbox.mails().at(-1)!.raw);
  expect(subject).toBe('Sus avisos están suspendidos');
});
