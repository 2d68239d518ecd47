import { and, count, eq, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { brandImages } from './tables.ts';

export type BrandImageRow = typeof brandImages.$inferSelect;

export const findBrandImage = async (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  id: string,
): Promise<BrandImageRow | null> => {
  const [row] = await database.read
    .select()
    .from(brandImages)
    .where(and(eq(brandImages.siteId, siteId), eq(brandImages.id, id)))
    .limit(1);
  return row ?? null;
};

/** The ids among these that are pictures of the site. */
export const listKnownImages = async (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  ids: readonly string[],
): Promise<string[]> => {
  if (ids.length === 0) return [];
  const rows = await database.read
    .select({ id: brandImages.id })
    .from(brandImages)
    .where(and(eq(brandImages.siteId, siteId), inArray(brandImages.id, [...ids])));
  return rows.map(({ id }) => id);
};

export const countBrandImages = async (
  { database }: Pick<Context, 'database'>,
  siteId: string,
): Promise<number> => {
  const [row] = await database.read
    .select({ count: count() })
    .from(brandImages)
    .where(eq(brandImages.siteId, siteId));
  return row?.count ?? 0;
};
