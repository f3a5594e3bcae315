import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { INDEXES, KEY, STREAMED, TABLES, type TableName, TTL_ATTRIBUTE } from '../../src/store/schema';

export interface TablesProps {
  /** Keep tables when the stack goes, refuse their deletion, and keep 35 days of backups. */
  readonly keep: boolean;
}

/** The three tables of `src/store/schema.ts`. */
export class Tables extends Construct {
  readonly news: Table;
  readonly alerts: Table;
  readonly people: Table;

  constructor(scope: Construct, id: string, { keep }: TablesProps) {
    super(scope, id);
    const [news, alerts, people] = TABLES.map((name) => this.table(name, keep)) as [Table, Table, Table];
    this.news = news;
    this.alerts = alerts;
    this.people = people;
  }

  private table(name: TableName, keep: boolean): Table {
    const string = (attribute: string) => ({ name: attribute, type: AttributeType.STRING });
    const table = new Table(this, name.charAt(0).toUpperCase() + name.slice(1), {
      partitionKey: string(KEY.partition),
      sortKey: string(KEY.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: TTL_ATTRIBUTE,
      stream: STREAMED.includes(name) ? StreamViewType.NEW_IMAGE : undefined,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const [indexName, index] of Object.entries(INDEXES))
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(index.partition),
        sortKey: string(index.sort),
        projectionType: ProjectionType.ALL,
      });
    return table;
  }
}
