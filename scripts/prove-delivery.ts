import { parseArgs } from 'node:util';
import { prove } from '../test/support/delivery/prove';

const { values } = parseArgs({
  options: {
    alerts: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261122' },
    compose: { type: 'boolean', default: false },
  },
});

/** Share of mails the readers got twice that is borne when SES's answers and its events are both lost. */
const BORNE = 1 / 100_000;

async function main(): Promise<void> {
  const alerts = Number(values.alerts);
  let failed = false;
  for (const eventsLost of [0, 0.01]) {
    const began = Date.now();
    const proof = await prove({
      alerts,
      seed: Number(values.seed),
      eventsLost,
      compose: values.compose,
      progress: (line) => process.stderr.write(`${line}\n`),
    });
    const most = eventsLost ? Math.ceil(proof.alerts * BORNE) : 0;
    failed ||= proof.lost > 0 || proof.duplicated > most || proof.unsettled > 0;
    console.log(JSON.stringify({ eventsLost, ...proof, seconds: Math.round((Date.now() - began) / 1000) }));
  }
  if (failed) process.exitCode = 1;
}

void main();
