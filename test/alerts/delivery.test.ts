import { prove } from '../support/delivery/prove';

test('with everything going wrong, 2,000 alerts reach their readers once', async () => {
  const proof = await prove({ alerts: 2000, seed: 7, eventsLost: 0 });
  expect(proof).toMatchObject({ lost: 0, duplicated: 0, unsettled: 0 });
  expect(proof.alerts).toBeGreaterThanOrEqual(2000);
  // The run meant something: the process died, answers were lost, digests were sent and mails sent again.
  expect(proof.crashes).toBeGreaterThan(5);
  expect(Object.keys(proof.faults)).toHaveLength(6);
  expect(proof.states['digest SENT']).toBeGreaterThan(50);
  expect(proof.mails).toBe((proof.states['alert SENT'] ?? 0) + (proof.states['digest SENT'] ?? 0));
}, 30_000);

test('with the real mails composed, too', async () => {
  const proof = await prove({ alerts: 150, seed: 8, eventsLost: 0, compose: true });
  expect(proof).toMatchObject({ lost: 0, duplicated: 0, unsettled: 0 });
}, 30_000);
