import path from 'node:path';
import { build } from 'esbuild';
import { type Door, DOORS } from '../../lambdas/env';

const ROOT = path.join(__dirname, '../..');

/** Kilobytes, minified, a door may weigh: what it weighs today and a tenth more. Start-up time grows with it. */
const BUDGET: Readonly<Record<Door, number>> = {
  poll: 3_050,
  alert: 1_050,
  send: 2_050,
  receipts: 500,
  site: 1_400,
};

const readsFeeds = /node_modules\/(rss-parser|linkedom|iconv-lite|robots-parser)\//;
/** What a door has no work for. */
const NOT_IN: Readonly<Record<Door, RegExp>> = {
  poll: /^src\/(alerts|mail|site|subscriptions)\//,
  alert: readsFeeds,
  send: readsFeeds,
  receipts: /^src\/(articles|feeds|meaning|site)\//,
  site: readsFeeds,
};

async function bundled(door: Door): Promise<{ readonly kilobytes: number; readonly inputs: string[] }> {
  const { metafile } = await build({
    entryPoints: [path.join(ROOT, 'lambdas', `${door}.ts`)],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    target: 'node24',
    external: ['canvas'],
    outfile: `${door}.js`,
  });
  const [[, { bytes, inputs }]] = Object.entries(metafile.outputs) as [
    [string, (typeof metafile.outputs)[string]],
  ];
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { kilobytes: bytes / 1000, inputs: used.map(([file]) => file) };
}

test.each(DOORS)('the %s door carries what it needs and little else', async (door) => {
  const { kilobytes, inputs } = await bundled(door);
  const holds = (what: RegExp) => inputs.filter((file) => what.test(file));
  expect(inputs).toContain(`lambdas/${door}.ts`);
  expect(holds(/node_modules\/(aws-cdk-lib|constructs|dynalite|esbuild|commander|tsx)\//)).toEqual([]);
  expect(holds(/^(src\/local|bin|lib|test)\//)).toEqual([]);
  expect(holds(/zod\/v4\/locales\/(?!en\.)/)).toEqual([]);
  expect(holds(NOT_IN[door])).toEqual([]);
  expect(kilobytes).toBeLessThan(BUDGET[door]);
});
