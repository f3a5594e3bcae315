import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface SiteApiProps {
  readonly site: IFunction;
}

/** The public address: an HTTP API in front of the site door, throttled, with an access log that holds no addresses. */
export class SiteApi extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { site }: SiteApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Site', site),
    });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: RetentionDays.TWO_WEEKS,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        // Neither path nor address: paths hold tokens.
        format: AccessLogFormat.custom(
          JSON.stringify({
            request: '$context.requestId',
            at: '$context.requestTime',
            method: '$context.httpMethod',
            status: '$context.status',
            bytes: '$context.responseLength',
            ms: '$context.responseLatency',
          }),
        ),
      },
    });
    this.url = api.apiEndpoint;
  }
}
