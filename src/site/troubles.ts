import { AddressRefused } from '../subscriptions/address';
import { ChoiceRefused } from '../subscriptions/choices';
import { WebhookRefused } from '../subscriptions/webhook';
import { type Speech, fill, ownText } from './speech';

/** Something a visitor typed that needs correcting. */
export interface Trouble {
  /** Name of the form field. */
  readonly field: string;
  readonly text: string;
  /** Place in the query, when that is what cannot be read. */
  readonly at?: number;
}

interface Unreadable {
  readonly message: string;
  readonly at: number;
}

const isUnreadable = (error: unknown): error is Unreadable =>
  error instanceof Error && typeof (error as { at?: unknown }).at === 'number';

/** Says in words what was refused; any other error is not the visitor's and is thrown on. */
export function troubleOf(error: unknown, { words }: Speech): Trouble {
  if (error instanceof AddressRefused) return { field: 'email', text: words.errors.address[error.problem] };
  if (error instanceof ChoiceRefused) return { field: error.field, text: words.errors.choice[error.field] };
  if (error instanceof WebhookRefused) return { field: 'webhook', text: words.errors.webhook };
  if (!isUnreadable(error)) throw error;
  const { at } = error;
  // The place is said by the page, in its own words.
  const problem = error.message.replace(/ at \d+$/, '');
  const message = ownText(words.errors.queryProblems, problem) ?? problem;
  return { field: 'query', at, text: fill(words.errors.query, { at: at + 1, message }) };
}
