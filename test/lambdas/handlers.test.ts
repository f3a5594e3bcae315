import { handler as alert } from '../../lambdas/alert';
import { handler as poll } from '../../lambdas/poll';
import { handler as receipts } from '../../lambdas/receipts';
import { handler as send } from '../../lambdas/send';
import { handler as site } from '../../lambdas/site';
import { DOORS, ENVIRONMENT } from '../../lambdas/env';
import { inAws } from '../../lambdas/platform';

const HANDLERS = { poll, alert, send, receipts, site };
const before = { ...process.env };
afterEach(() => void (process.env = { ...before }));

test.each(DOORS)('the %s handler names the variable that is missing', async (door) => {
  for (const name of ENVIRONMENT[door]) delete process.env[name];
  await expect(HANDLERS[door]({} as never)).rejects.toThrow(
    `${door}: environment variable SETTINGS is not set`,
  );
});

test('a door is made at the first event, with its environment, and kept', async () => {
  Object.assign(process.env, { SETTINGS: '{"stage":"prod"}', ALERTS_TABLE: 'a', PEOPLE_TABLE: 'p' });
  const opened: string[] = [];
  const handler = inAws('receipts', ({ ALERTS_TABLE }) => {
    opened.push(ALERTS_TABLE);
    return async (n: number) => n + 1;
  });
  expect([await handler(1), await handler(2)]).toEqual([2, 3]);
  expect(opened).toEqual(['a']);
});

test('figures of a door go to the namespace of its stage', async () => {
  Object.assign(process.env, { SETTINGS: '{"stage":"prod"}', ALERTS_TABLE: 'a', PEOPLE_TABLE: 'p' });
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const handler = inAws(
    'receipts',
    (_, { log }) =>
      async () =>
        log.metric('MailsInDoubt', 1),
  );
  try {
    await handler(null);
    expect(write.mock.calls.map(([line]) => String(line)).join('')).toContain('"Namespace":"Vigia/prod"');
  } finally {
    write.mockRestore();
  }
});
