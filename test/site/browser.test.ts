import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describeQuery, matchQuery, parseQuery } from '../../src/meaning/query';
import { siteListener } from '../../src/site/listener';
import { createSite } from '../../src/site/site';
import { Links } from '../../src/subscriptions/links';
import { type Installation, startInstallation, storeVisit } from './installation';

/** Set to a folder to keep pictures of every page for looking at. */
const PICTURES = process.env['PICTURES'];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
let place: Installation;
let server: Server;
let base: string;
beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
  place = await startInstallation({ parseQuery, describeQuery, matchQuery });
  await storeVisit(place);
  server = createServer(siteListener(createSite(place.deps))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 90_000);
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
  await place.dynamo.stop();
});

async function withPage(options: BrowserContextOptions, visit: (page: Page) => Promise<void>) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on(
    'request',
    (request) => request.url().startsWith(base) || complaints.push(`foreign: ${request.url()}`),
  );
  await visit(page);
  await context.close();
  expect(complaints.filter((text) => !text.includes('status of 4'))).toEqual([]);
}

/** Runs in the page: what is too wide, too small for a thumb, without label, or not headed once. */
const CRITIC = `(() => {
  const shown = (box) => box.width > 0 && box.height > 0 && box.left > -100;
  const targets = [...document.querySelectorAll('button, .button, select, input:not([type=hidden]):not([type=checkbox]), summary, nav a')];
  const fields = [...document.querySelectorAll('input:not([type=hidden]), select')];
  const root = document.documentElement;
  return {
    wide: root.scrollWidth - root.clientWidth,
    small: targets.filter((t) => shown(t.getBoundingClientRect()) && t.getBoundingClientRect().height < 38).map((t) => t.outerHTML.slice(0, 80)),
    headings: document.querySelectorAll('h1').length,
    unlabelled: fields.filter((field) => !field.labels.length).map((field) => field.name),
  };
})()`;

async function look(page: Page, name: string) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  const complaints = await page.evaluate(CRITIC);
  expect({ name, complaints }).toEqual({
    name,
    complaints: { wide: 0, small: [], headings: 1, unlabelled: [] },
  });
}

const narrow = { viewport: { width: 360, height: 740 }, locale: 'es-PE', timezoneId: 'America/Lima' };
const wide = { viewport: { width: 1280, height: 900 }, locale: 'en-US', colorScheme: 'dark' as const };
const sizes = [
  { name: '360', options: narrow },
  { name: '1280-dark-noscript', options: { ...wide, javaScriptEnabled: false } },
];

test.each(sizes)(
  'a person subscribes, confirms, changes and leaves at $name',
  async ({ name, options }) => {
    await withPage(options, async (page) => {
      const links = new Links(base, place.deps.tokens);
      const press = (selector: string) => Promise.all([page.waitForLoadState('load'), page.click(selector)]);

      await page.goto(base);
      await page.fill('[name=query]', 'CECOT visit');
      await press('[formaction]');
      expect(await page.textContent('.reading')).toMatch(/CECOT/);
      expect(await page.inputValue('[name=query]')).toBe('CECOT visit');
      await page.click('#subscribe summary');
      await look(page, `home-${name}`);
      const zone = await page.inputValue('[name=timeZone]');
      expect(zone).toBe(name === '360' ? 'America/Lima' : 'America/New_York');
      await page.fill('[name=email]', `reader-${name}@example.org`);
      place.clock.pass(10_000);
      await press('#subscribe button.main');
      await look(page, `sent-${name}`);

      const { personId } = place.mails.at(-1)!;
      await page.goto(links.confirm(personId));
      await look(page, `confirm-${name}`);
      await press('form button.main');
      await look(page, `confirmed-${name}`);
      await press('main .button');

      const rows = () => place.deps.subscriptions.byPerson(personId, place.clock.now());
      expect(await rows()).toMatchObject([{ state: 'active', timeZone: zone }]);
      await page.click('.card details summary');
      await look(page, `preferences-${name}`);
      await page.selectOption('.card [name=frequency] >> nth=0', 'weekly');
      await press('.card form button.main >> nth=0');
      expect(await rows()).toMatchObject([{ frequency: 'weekly', state: 'active' }]);
      await press('form[action*="/snooze"] button >> nth=0');
      await look(page, `snoozed-${name}`);

      const [row] = await rows();
      await page.goto(links.unsubscribe(row!.subscriptionId));
      await look(page, `unsubscribe-${name}`);
      expect(await rows()).toMatchObject([{ state: 'active' }]);
      await press('form button.main');
      await look(page, `unsubscribed-${name}`);
      expect(await rows()).toMatchObject([{ state: 'unsubscribed' }]);
      await press('main form button');
      expect(await rows()).toMatchObject([{ state: 'active' }]);
    });
  },
  90_000,
);

test.each(sizes)(
  'the news and the register can be read at $name',
  async ({ name, options }) => {
    await withPage(options, async (page) => {
      for (const path of [
        '/events',
        '/events/ecuador-cecot',
        '/ledger',
        '/privacy',
        '/operator',
        '/nowhere',
        '/?q=%22CECOT',
      ]) {
        await page.goto(base + path);
        expect(await page.title()).toMatch(/ · Vigía$/);
        await look(page, `${path.replace(/\W+/g, '-').slice(1)}-${name}`);
      }
    });
  },
  90_000,
);

test('the script does the proof of work that saves the wait', async () => {
  await withPage({ locale: 'en' }, async (page) => {
    await page.goto(base);
    await page.fill('[name=query]', 'CECOT visit');
    await page.fill('[name=email]', 'quick@example.org');
    await page.click('#subscribe button.main');
    await page.getByText('You can press the button now').waitFor();
    await look(page, 'wait');
    await page.click('form button.main');
    await page.getByRole('heading', { name: 'Check your mailbox' }).waitFor();
    expect(place.mails.at(-1)!.kind).toBe('confirmation');
  });
}, 90_000);
