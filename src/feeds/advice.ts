import type { FailureClass } from './state';

/** What a person can do about each kind of trouble with a feed. */
export const adviceOn: Readonly<Record<FailureClass, string>> = {
  'address-refused': 'correct its address in the list: it leads to a private network or an unusual port',
  redirect: 'open the address in a browser and put the one it ends at into the list',
  dns: 'check the spelling of its host; the outlet may have moved',
  'dns-again': 'nothing: its name is looked up again at the next poll',
  connect: 'nothing for now; if it lasts for days, see whether the outlet moved',
  tls: 'its certificate is not valid: tell the outlet, or use another address',
  timeout: 'nothing for now; if it lasts for days, look for another feed of the outlet',
  'too-large': 'look for a shorter feed of the same outlet, such as one section',
  encoding: 'tell the outlet that its server compresses in a way nobody asked for',
  protocol: 'tell the outlet that its server does not speak proper HTTP',
  'rate-limit': 'nothing: it is asked again when its domain allows',
  challenge: 'ask the outlet to let the contact address of the user agent in, or use a search feed instead',
  unauthorised: 'use a public feed of the same outlet',
  missing: 'look for its new address: `vigia feeds discover` on the outlet’s home page',
  gone: 'take it off the list, or look for its successor: `vigia feeds discover` on the home page',
  'client-error': 'open the address in a browser; its server may want another form of it',
  'server-error': 'nothing for now; if it lasts for days, tell the outlet',
  'not-a-feed':
    'open the address: it is no feed any more; `vigia feeds discover` finds the one its page names',
  internal: 'a defect of ours: see the log line `poll-broke` of this feed',
};
