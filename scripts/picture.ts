/** Takes docs/site.png: the site after a run on saved feeds. Needs Chromium at /usr/bin/chromium. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const ROOT = path.join(__dirname, '..');
const SIZE = { width: 1040, height: 860 };
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function main(file = path.join(ROOT, 'docs/site.png'), page = 'event'): Promise<void> {
  const run = spawn(
    process.execPath,
    [path.join(ROOT, 'bin/vigia.mjs'), 'run', '--port', '0', '--mailbox-port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    const site = await siteOf(run.stdout);
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
    try {
      const tab = await browser.newPage({ viewport: SIZE, locale: 'en' });
      await tab.goto(`${site}/?lang=en`);
      if (page === 'event')
        await tab
          .getByRole('link', { name: /Ecuador/ })
          .first()
          .click();
      await tab.screenshot({ path: file });
      process.stdout.write(`${file}: ${tab.url()}\n`);
    } finally {
      await browser.close();
    }
  } finally {
    run.kill('SIGTERM');
    await once(run, 'exit');
  }
}

async function siteOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /^Site\s+(\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the run ended before it served the site');
}

void main(...process.argv.slice(2));
