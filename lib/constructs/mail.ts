import { Duration, Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface MailProps {
  readonly domain: string;
  /** Part of the configuration set's name. */
  readonly stage: string;
}

/** The verified sender domain, and a configuration set that reports what becomes of each mail. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  readonly events: Topic;
  private readonly domain: string;

  constructor(scope: Construct, id: string, { domain, stage }: MailProps) {
    super(scope, id);
    this.domain = domain;
    this.configurationSetName = `vigia-${stage}`;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: this.configurationSetName,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      maxDeliveryDuration: Duration.hours(6),
      reputationMetrics: true,
      sendingEnabled: true,
    });
    new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      mailFromDomain: `bounce.${domain}`,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      configurationSet,
    });
    this.events = new Topic(this, 'Events', { enforceSSL: true });
    configurationSet.addEventDestination('ToTopic', {
      destination: EventDestination.snsTopic(this.events),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
  }

  /** `EmailIdentity.grantSendEmail` leaves out the configuration set, without which sending is denied. */
  grantSend(grantee: IGrantable): void {
    const arn = (resource: string) => Stack.of(this).formatArn({ service: 'ses', resource });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [arn(`identity/${this.domain}`), arn(`configuration-set/${this.configurationSetName}`)],
      }),
    );
    // Reading the quota takes no resource.
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }),
    );
  }
}
