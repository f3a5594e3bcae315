import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { AddressRefused } from '../../../src/feeds/http/fetch-errors';
import { checkUrl, guardedLookup, isAllowedIp } from '../../../src/feeds/http/guard';
import { redirect, send, startWeb, type Web } from '../../support/web';

/** Forms under which an attacker may write our own machine or network. */
const forms = [
  'localhost',
  '127.0.0.1',
  '127.0.0.1.',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '2130706433',
  '0x7f.1',
  '0',
  '169.254.169.254',
  '[::ffff:a9fe:a9fe]',
  '[fd00:ec2::254]',
  '10.1.2.3',
  '100.64.0.1',
  '[64:ff9b::7f00:1]',
];

let web: Web;
beforeAll(async () => {
  web = await startWeb();
  web.answer('127.0.0.1/secret', send('secret'));
});
afterAll(() => web.stop());

/** Whatever would be connected to, it is our own server, so that a hole in the guard shows as an answer. */
const ownPort = () => web.client();

describe.each(forms)('%s', (host) => {
  test('is refused as an address', async () => {
    await expect(ownPort().get(`http://${host}:8080/`)).rejects.toThrow(AddressRefused);
  });

  test('is refused after a redirect', async () => {
    web.answer('outlet.example/feed', redirect(`http://${host}/secret`, 302));
    await expect(ownPort().get('http://outlet.example/feed')).rejects.toThrow(AddressRefused);
  });
});

test.each([
  '127.0.0.1',
  '10.0.0.7',
  '169.254.169.254',
  '::1',
  '::ffff:10.0.0.7',
  'fd00::1',
  '64:ff9b::a00:7',
])('a name that resolves to %s is refused', async (address) => {
  const family = address.includes(':') ? 6 : 4;
  const lookup = ((_: string, __: object, done: (e: null, all: object[]) => void) =>
    done(null, [{ address, family }])) as unknown as LookupFunction;
  const client = web.client({ lookup, standIn: () => null });
  const asked = client.get('http://rebinding.example/');
  await expect(asked).rejects.toThrow(AddressRefused);
  await expect(asked).rejects.toThrow(`resolves to ${address}`);
});

test('of a name with public and private addresses only the public ones are used', () => {
  const found = [
    { address: '127.0.0.1', family: 4 },
    { address: '93.184.216.34', family: 4 },
    { address: 'fd00::1', family: 6 },
  ];
  const lookup = guardedLookup({}, ((_: string, __: object, done: (e: null, all: object[]) => void) =>
    done(null, found)) as unknown as LookupFunction);
  const done = jest.fn();
  lookup('mixed.example', { all: true }, done);
  lookup('mixed.example', {}, done);
  expect(done.mock.calls).toEqual([
    [null, [{ address: '93.184.216.34', family: 4 }]],
    [null, '93.184.216.34', 4],
  ]);
});

test.each([
  ['ftp://outlet.example/feed', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['https://user:secret@outlet.example/feed', 'credentials'],
  ['https://outlet.example:22/feed', 'port'],
  ['http://outlet.example:9001/', 'port'],
])('%s is refused for its %s', (url, why) => {
  expect(() => checkUrl(new URL(url))).toThrow(why);
});

test('an error never repeats credentials', () => {
  expect(() => checkUrl(new URL('https://user:secret@outlet.example/'))).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  );
});

test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
  '%s is public',
  (ip) => {
    expect(isAllowedIp(ip)).toBe(true);
  },
);

test.each([
  '192.168.1.1',
  '172.16.0.1',
  '198.18.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '224.0.0.1',
  '2002:7f00:1::',
  '::7f00:1',
  'fec0::1',
  'fe80::1',
  'ff02::1',
])('%s is not public', (ip) => {
  expect(isAllowedIp(ip)).toBe(false);
});

test('the loopback on any port is allowed when asked for, other private addresses are not', async () => {
  const client = web.client({ allowLoopback: true, lookup: systemLookup as LookupFunction });
  expect((await client.get(`http://127.0.0.1:${web.port}/secret`)).status).toBe(200);
  await expect(client.get('http://10.0.0.1/')).rejects.toThrow(AddressRefused);
  await expect(client.get(`http://outlet.example:${web.port}/`)).rejects.toThrow('port');
});
