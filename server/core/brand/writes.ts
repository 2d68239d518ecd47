import type { Context } from '../../context.ts';
import type { BrandImageRow } from './queries.ts';
import { brandImages } from './tables.ts';

/** Stores a picture's row; one of the same id stays. */
export const insertBrandImage = async ({ database }: Context, row: BrandImageRow): Promise<void> => {
  await database.write((tx) => [tx.insert(brandImages).values(row).onConflictDoNothing()]);
};
