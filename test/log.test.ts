import { jsonLog } from '../src/log';

test('a metric is one line in the embedded metric format, without dimensions', () => {
  const lines: string[] = [];
  const log = jsonLog(
    'prod',
    (line) => void lines.push(line),
    () => 1_795_000_000_000,
  );
  log.metric('OverlapLost', 3);
  log.info('poll-done', { read: 2, reason: 'a\nb', none: undefined });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      _aws: {
        Timestamp: 1_795_000_000_000,
        CloudWatchMetrics: [
          { Namespace: 'Vigia/prod', Dimensions: [[]], Metrics: [{ Name: 'OverlapLost', Unit: 'Count' }] },
        ],
      },
      OverlapLost: 3,
    },
    { level: 'info', event: 'poll-done', read: 2, reason: 'a\nb' },
  ]);
  expect(lines.every((line) => !line.includes('\n'))).toBe(true);
});
