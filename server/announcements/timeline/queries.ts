import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { timelineOf } from '../../core/people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../core/people/timeline/source.ts';
import { markTable } from '../personalData/queries.ts';
import { announcementMarks } from '../tables.ts';

type Texts = Record<string, { title: string }>;

const textsOf: SQL<string | null> =
  sql`(select shown.texts from announcements shown where shown.site_id = announcement_marks.site_id and shown.id = announcement_marks.announcement_id)`;

/** The title of an announcement in the language that it was read in, or in any. */
const titleOf = (texts: string | null, language: string): string => {
  const byLanguage = texts === null ? {} : (JSON.parse(texts) as Texts);
  return (byLanguage[language] ?? Object.values(byLanguage)[0])?.title ?? '';
};

/** Announcements that a person has seen, in their time line. */
export const markTimeline = (ctx: Context): TimelineSource[] => [
  timelineOf<{ texts: string | null; language: string; reaction: string | null }>(ctx, {
    ...markTable,
    at: announcementMarks.at,
    select: {
      texts: textsOf,
      language: announcementMarks.language,
      reaction: announcementMarks.reaction,
    },
    toEntry: ({ texts, language, reaction }) => ({
      kind: 'announcement',
      by: 'person',
      text: titleOf(texts, language),
      detail: reaction,
      conversation: null,
      url: null,
    }),
  }),
];
