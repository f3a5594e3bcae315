import type { RawFeed } from './raw-feed';
import { child, childrenNamed, childText, textOf } from './xml-query';
import type { XmlElement } from './xml-tree';

const periodMinutes: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

const positive = (text: string): number | null => {
  const number = Number(text);
  return Number.isFinite(number) && number > 0 ? number : null;
};

/** What a channel asks of its readers: `ttl`, `sy:updatePeriod` over `sy:updateFrequency`, `skipHours` (0-23, GMT). */
export function pollingHints(
  channel: XmlElement,
): Pick<RawFeed, 'ttlMinutes' | 'updatePeriodMinutes' | 'skipHours'> {
  const period = periodMinutes[childText(channel, 'sy:updateperiod').toLowerCase()];
  const skipped = child(channel, 'skiphours');
  const hours = skipped ? childrenNamed(skipped, 'hour').map((hour) => Number(textOf(hour)) % 24) : [];
  return {
    ttlMinutes: positive(childText(channel, 'ttl')),
    updatePeriodMinutes: period ? period / (positive(childText(channel, 'sy:updatefrequency')) ?? 1) : null,
    skipHours: hours.filter((hour) => Number.isInteger(hour) && hour >= 0),
  };
}
