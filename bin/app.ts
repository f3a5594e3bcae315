import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { VigiaStack } from '../lib/vigia-stack';
import { loadSettings, SettingsError } from '../src/settings';

try {
  const app = new App();
  // Other settings than the usual ones: `cdk deploy -c settings=other.yaml`.
  const file = app.node.tryGetContext('settings') as string | undefined;
  const settings = loadSettings(path.resolve(__dirname, '..', file ?? 'settings.yaml'));
  new VigiaStack(app, `Vigia-${settings.stage}`, {
    settings,
    env: { region: settings.region, account: process.env.CDK_DEFAULT_ACCOUNT },
    terminationProtection: settings.stage === 'prod',
    description: 'Vigía: a watch on prison reform and the delegations that study it',
  });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
