/** Why a query found an event, kept once for all readers of the query. */
export interface Why {
  /** The sentence that satisfied the query, as the story has it. */
  readonly sentence: string;
  /** Language of the sentence. */
  readonly lang: string;
  readonly storyId: string;
  /** The outlet's name for people, and the address of the story. */
  readonly outlet: string;
  readonly link: string;
  /** The words in the sentence (or the terms of the query) that decided. */
  readonly words: readonly string[];
}
