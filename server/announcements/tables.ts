import type {
  AnnouncementCategory,
  AnnouncementForm,
  IncidentState,
  Reaction,
} from '../../shared/announcements/kinds.ts';
import type { AttributeTest, PageMatch, PromptRule } from '../../shared/core/prompts/kinds.ts';
import type { RichNode } from '../../shared/core/richText.ts';
import { at, bool, index, int, json, primaryKey, table, text } from '../core/db/columns.ts';

export const announcements = table(
  'announcements',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    form: text('form').$type<AnnouncementForm>().notNull(),
    category: text('category').$type<AnnouncementCategory>().notNull(),
    /** By language: as written, and rendered from it. */
    texts: json<Record<string, { title: string; body: string; rich: RichNode[] }>>('texts').notNull(),
    imageId: text('image_id'),
    imageWidth: int('image_width'),
    imageHeight: int('image_height'),
    isPublished: bool('is_published').notNull(),
    publishAt: at('publish_at').notNull(),
    expiresAt: at('expires_at'),
    /** When an incident was over. */
    closedAt: at('closed_at'),
    pages: json<PageMatch[]>('pages').notNull(),
    attributes: json<AttributeTest[]>('attributes').notNull(),
    rule: json<PromptRule>('rule').notNull(),
    /** Words by which an incident is found while somebody types, besides its own. */
    keywords: text('keywords').notNull().default(''),
    revision: int('revision').notNull(),
    createdAt: at('created_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (announcement) => [
    primaryKey({ columns: [announcement.siteId, announcement.id] }),
    index('announcements_published').on(
      announcement.siteId,
      announcement.isPublished,
      announcement.publishAt,
    ),
  ],
);

/** Updates of an incident, in order. */
export const announcementUpdates = table(
  'announcement_updates',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    announcementId: text('announcement_id').notNull(),
    state: text('state').$type<IncidentState>().notNull(),
    texts: json<Record<string, string>>('texts').notNull(),
    /** The author, a member of staff. */
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (update) => [
    primaryKey({ columns: [update.siteId, update.id] }),
    index('announcement_updates_of').on(update.siteId, update.announcementId, update.at),
  ],
);

/** Visitors' marks: who has seen which announcement, and how they reacted. */
export const announcementMarks = table(
  'announcement_marks',
  {
    siteId: text('site_id').notNull(),
    announcementId: text('announcement_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    reaction: text('reaction').$type<Reaction>(),
    /** They want to hear when it is over: since when, in which language, and where to. */
    followedAt: at('followed_at'),
    email: text('email'),
    /** The conversation in which they wrote of it, where the team linked them: they are told there. */
    conversationId: text('conversation_id'),
    language: text('language').notNull(),
    at: at('at').notNull(),
  },
  (mark) => [
    primaryKey({ columns: [mark.siteId, mark.announcementId, mark.visitorId] }),
    index('announcement_marks_visitor').on(mark.siteId, mark.visitorId),
  ],
);
