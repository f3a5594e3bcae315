import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Door as DoorName, Environment } from '../../lambdas/env';

export interface DoorProps<D extends DoorName> {
  readonly door: D;
  readonly environment: Environment<D>;
  readonly memory: number;
  readonly timeout: Duration;
  /** Where events go that failed for good. */
  readonly deadLetters: IQueue;
  /** Folder of the repository copied beside the code. */
  readonly folder?: string;
}

const ROOT = path.join(__dirname, '../..');

/** A Lambda function of this house: arm64, Node 24, its own log group, one bundled file, failed events kept. */
export class Door<D extends DoorName> extends NodejsFunction {
  constructor(
    scope: Construct,
    id: string,
    { door, environment, memory, timeout, deadLetters, folder }: DoorProps<D>,
  ) {
    super(scope, id, {
      entry: path.join(ROOT, 'lambdas', `${door}.ts`),
      depsLockFilePath: path.join(ROOT, 'package-lock.json'),
      projectRoot: ROOT,
      description: `Vigía: ${door}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      logGroup: new LogGroup(scope, `${id}Logs`, {
        retention: RetentionDays.TWO_WEEKS,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      loggingFormat: LoggingFormat.JSON,
      onFailure: new SqsDestination(deadLetters),
      retryAttempts: 1,
      bundling: {
        format: OutputFormat.CJS,
        mainFields: ['module', 'main'],
        target: 'node24',
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        bundleAwsSDK: true,
        forceDockerBundling: false,
        // linkedom draws on canvas only when that optional package is there.
        externalModules: ['canvas'],
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (from, to) => (folder ? [copy(path.join(from, folder), path.join(to, folder))] : []),
        },
      },
    });
  }
}

/** A command line that copies a folder on every platform. */
const copy = (from: string, to: string) =>
  `node -e "require('fs').cpSync(${JSON.stringify(from).replaceAll('"', "'")}, ${JSON.stringify(to).replaceAll('"', "'")}, { recursive: true })"`;
