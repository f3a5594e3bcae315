import data from './rarity.json';

const table = data as { readonly unseen: number; readonly stems: Readonly<Record<string, number>> };

/** How telling a stem is, 0 to 1: 1 for stems that the field's own news hardly ever uses. Made by `scripts/rarity.ts`. */
export const rarity = (stem: string): number => table.stems[stem] ?? table.unseen;
