import type gazetteer from './gazetteer/word-lists.json';
import { compiled } from './language-data';
import type model from './model/word-lists.json';
import type visit from './visit/word-lists.json';

type Lists<T> = T extends readonly string[] ? string : { readonly [Name in keyof T]: Lists<T[Name]> };

/** Long lists of words that code looks for, parted by blanks, by room, file and what they are for. */
export const listed = compiled<
  Lists<{
    readonly gazetteer: typeof gazetteer;
    readonly model: typeof model;
    readonly visit: typeof visit;
  }>
>('lists');
