import type { BrandKind } from '../../../shared/core/brand/brand.ts';
import { at, index, int, primaryKey, table, text } from '../db/columns.ts';

/** Pictures that were sent for a site's look. The bytes lie in the data folder under the id; settings say which show. */
export const brandImages = table(
  'brand_images',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').$type<BrandKind>().notNull(),
    /** Pixels. */
    width: int('width').notNull(),
    height: int('height').notNull(),
    /** SHA-256 of what was sent, hex: the same id with other bytes is a conflict. */
    hash: text('hash').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (image) => [
    primaryKey({ columns: [image.siteId, image.id] }),
    index('brand_images_age').on(image.siteId, image.createdAt),
  ],
);
