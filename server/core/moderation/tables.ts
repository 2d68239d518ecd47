import type { BlockKind } from '../../../shared/core/moderation/states.ts';
import { at, index, primaryKey, table, text, uniqueIndex } from '../db/columns.ts';

/** People and addresses whose public contributions aren't taken. */
export const moderationBlocks = table(
  'moderation_blocks',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').$type<BlockKind>().notNull(),
    /** The id of a visitor, an email in its one form, or an address range as it was typed. */
    value: text('value').notNull(),
    /** The name, email or range, as staff read it. */
    label: text('label').notNull(),
    note: text('note').notNull(),
    staffId: text('staff_id').notNull(),
    /** When it ends; null for never. */
    until: at('until'),
    createdAt: at('created_at').notNull(),
  },
  (block) => [
    primaryKey({ columns: [block.siteId, block.id] }),
    uniqueIndex('moderation_blocks_value').on(block.siteId, block.kind, block.value),
    index('moderation_blocks_until').on(block.siteId, block.until),
  ],
);
