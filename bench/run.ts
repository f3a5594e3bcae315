/**
 * Every benchmark in turn, each in a process of its own, so that none measures another's heap.
 *
 *     npm run bench
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const BENCHMARKS = {
  parse: 'feeds parsed, beside rss-parser alone',
  poll: 'three poll cycles of 1,000 feeds, 70 % unchanged',
  meaning: 'stories read, beside a plain pass over their words',
  queries: 'standing queries matched, beside a plain loop',
};

for (const [name, what] of Object.entries(BENCHMARKS)) {
  process.stdout.write(`\n${name}: ${what}\n`);
  const args = ['--import', 'tsx', path.join(__dirname, `${name}.ts`)];
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}
