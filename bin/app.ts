import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { VigiaStack } from '../lib/vigia-stack';
import { loadSettings, SettingsError } from '../src/settings';

try {
  const settings = loadSettings(path.join(__dirname, '../settings.yaml'));
  const app = new App();
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
