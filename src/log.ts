import { metricNamespace, type MetricName } from './metrics';

/** What a log line may carry: flat facts with stable names, never personal data. */
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
  /** A figure for an alarm; said only when there is something to say, since CloudWatch bills each hour with one. */
  metric(name: MetricName, value: number, unit?: 'Count' | 'Milliseconds'): void;
}

/**
 * One JSON object a line on stderr or stdout, the form CloudWatch Logs Insights reads without parsing rules. Metrics
 * are lines in CloudWatch's embedded metric format.
 */
export function jsonLog(
  stage: string,
  write: (line: string) => void = (line) => void process.stdout.write(line + '\n'),
  now: () => number = Date.now,
): Log {
  const at = (level: string) => (event: string, fields?: Fields) =>
    write(JSON.stringify({ level, event, ...fields }));
  return {
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    metric(name, value, unit = 'Count') {
      const metrics = {
        Namespace: metricNamespace(stage),
        Dimensions: [[]],
        Metrics: [{ Name: name, Unit: unit }],
      };
      write(JSON.stringify({ _aws: { Timestamp: now(), CloudWatchMetrics: [metrics] }, [name]: value }));
    },
  };
}

export const silentLog: Log = { info() {}, warn() {}, error() {}, metric() {} };
