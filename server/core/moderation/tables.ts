import type { BlockKind } from '../../../shared/core/moderation/states.ts';
import { at, bool, index, primaryKey, table, text, uniqueIndex } from '../db/columns.ts';

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

/** Reports by readers of what others wrote in public, of all kinds. */
export const moderationReports = table(
  'moderation_reports',
  {
    siteId: text('site_id').notNull(),
    /** The word of its kind, and its id. */
    kind: text('kind').notNull(),
    subjectId: text('subject_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** The origin of the report, see core/people/voice.ts: each counts once. */
    origin: text('origin').notNull(),
    isTrusted: bool('is_trusted').notNull(),
    reason: text('reason').notNull(),
    at: at('at').notNull(),
  },
  (report) => [
    primaryKey({ columns: [report.siteId, report.subjectId, report.visitorId] }),
    index('moderation_reports_visitor').on(report.siteId, report.visitorId),
  ],
);
