import type { Words } from './words';

const s = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const en: Words = {
  kinds: {
    'delegation-visit': 'Official visit to prisons',
    'prison-reform': 'Prison reform',
    cooperation: 'Cooperation on prisons',
    'prisoner-transfer': 'Transfer of prisoners',
    'rights-and-conditions': 'Rights and conditions in prison',
    'security-incident': 'Security incident in prison',
    'model-debate': 'Debate about prison models',
  },
  statuses: {
    proposed: 'proposed',
    announced: 'announced',
    'under-way': 'under way',
    completed: 'completed',
    postponed: 'postponed',
    cancelled: 'cancelled',
    denied: 'denied',
  },
  languages: { es: 'Spanish', en: 'English', pt: 'Portuguese', fr: 'French', other: 'another language' },
  organisations: {
    EU: 'European Union',
    'org:UN': 'United Nations',
    'org:OAS': 'Organization of American States',
    'org:IACHR': 'Inter-American Commission on Human Rights',
    'org:NGO': 'civil society organisations',
    'org:press': 'press',
  },
  facts: {
    kind: 'Kind',
    who: 'Who',
    where: 'Where',
    officials: 'Officials',
    status: 'Status',
    date: 'When',
    countries: 'Countries',
    published: 'Published',
    seen: 'Seen by us',
    sent: 'Sent',
    until: (from, to) => `${from} to ${to}`,
    lag: (minutes) =>
      minutes < 120
        ? `${s(minutes, 'minute', 'minutes')} after publication`
        : `${Math.round(minutes / 60)} hours after publication`,
    unknown: 'not named',
  },
  alert: {
    read: (outlet) => `Read it at ${outlet}`,
    also: (n) => `Also reported by ${s(n, 'outlet', 'outlets')}`,
    more: (n) => `and ${n} more on the page of the event`,
    course: 'How it went',
    why: 'Why you get this',
    because: (reading) => `It answers your query, which we read as: ${reading}.`,
    in: (outlet, language) => `${outlet}, in ${language}`,
    changed: (status) => `News of an event you know: the visit is now ${status}.`,
    changedDate: 'News of an event you know.',
    page: 'All we know about this event',
    copy: 'same text',
  },
  digest: {
    subject: {
      hourly: (n) => `${s(n, 'event', 'events')} in the last hour`,
      daily: (n, day) => `${s(n, 'event', 'events')}, ${day}`,
      weekly: (n, day) => `${s(n, 'event', 'events')} in the week to ${day}`,
      held: (n) => `${s(n, 'event', 'events')} kept for you`,
    },
    intro: (n, stories) => `${s(n, 'event', 'events')} from ${s(stories, 'story', 'stories')}.`,
    held: 'Kept back by your quiet hours, or because many came in one hour.',
    update: 'Update',
    found: (reading) => `For your query: ${reading}`,
    left: (n) =>
      `${s(n, 'more event is', 'more events are')} on the site; this mail would have become too long.`,
  },
  foot: {
    preferences: 'Change, pause or stop your alerts',
    unsubscribe: (query) => `Stop the alert “${query}”`,
    unsubscribeAll: 'Stop all alerts',
    frequency: { instant: 'as it happens', hourly: 'every hour', daily: 'every day', weekly: 'every week' },
    you: (query, frequency) => `You asked for “${query}”, ${frequency}.`,
    asked: 'You get this mail because somebody gave your address on our site.',
    noTracking: 'No pictures, no trackers: we do not know whether you opened this mail.',
  },
  notices: {
    confirmation: {
      subject: () => 'Please confirm your news alert',
      opening: (query) => `One step is left to get news about “${query}” by mail.`,
    },
    welcome: {
      subject: (query) => `Your alert “${query}” is on`,
      opening: (query) => `From now on we watch the news for “${query}”.`,
    },
    'already-subscribed': {
      subject: () => 'You have this alert already',
      opening: (query) =>
        `Somebody, probably you, asked again for the alert “${query}”. It is on; nothing was changed.`,
    },
    goodbye: {
      subject: () => 'Your alert has ended',
      opening: () => 'As you wished, we have stopped.',
    },
    suspension: {
      subject: () => 'Your alerts are suspended',
      opening: () => 'We have stopped writing to this address.',
    },
    'still-watching': {
      subject: (month) => `Still watching: ${month}`,
      opening: () =>
        'A quiet mailbox can mean no news, or a broken watch. This is what we did for you since the last report.',
    },
    'operator-report': {
      subject: (week) => `Operator report, week to ${week}`,
      opening: () => 'What needs an eye or a hand.',
    },
  },
  confirm: {
    button: 'Confirm my alert',
    ignore: 'If it was not you, ignore this mail and you get nothing more.',
    notMe: 'It was not me: never write to this address again',
    expires: 'The link is good for 7 days.',
  },
  welcome: {
    reading: (reading) => `We read your query as: ${reading}.`,
    sample: (n) =>
      n === 1
        ? 'It would have found one event in the last 30 days:'
        : `It would have found ${n} events in the last 30 days. The latest:`,
    none: 'It would have found nothing in the last 30 days. If that surprises you, try fewer words.',
    rate: (perWeek) => `Expect about ${perWeek} mails a week.`,
    manage: 'Open my preferences',
    feed: 'The same as a private feed for your reader:',
  },
  goodbye: {
    ended: (query) => `The alert “${query}” has ended.`,
    all: 'All your alerts have ended.',
    undo: 'If that was a mistake, turn it on again within 30 days on your preference page.',
    feed: 'The events stay public on our site.',
  },
  suspension: {
    because: {
      bounce: 'Your mail server refused our mails several times.',
      complaint: 'Your mail provider told us that a mail of ours was marked as spam.',
      suppressed:
        'Your address is on the suppression list of our mail service, because mails to it failed before.',
      operator: 'The operator of this service stopped the alerts.',
    },
    resume: 'Nothing is lost: when the cause is gone, turn your alerts on again here.',
  },
  watching: {
    checks: 'Checks of feeds',
    feeds: 'Feeds that answer',
    stories: 'Stories read',
    mails: 'Mails to you',
    near: 'Close, but not sent, because part of your query was missing:',
    noNear: 'No story came close without being sent.',
    of: (up, all) => `${up} of ${all}`,
  },
  report: {
    'dead-feeds': 'Dead feeds',
    'lost-overlaps': 'Feeds that may have lost items',
    bounces: 'Bounces and complaints',
    'in-doubt': 'Mails in doubt',
    failed: 'Mails that failed',
  },
};
