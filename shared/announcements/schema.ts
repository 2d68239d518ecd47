import { z } from 'zod';
import { email, id, instant, language, line, someLine, someProse } from '../core/fields.ts';
import { attributeTest, exposureCounts, pageMatch, promptRule } from '../core/prompts/schema.ts';
import { richText } from '../core/richTextSchema.ts';
import { announcementCategories, announcementForms, incidentStates, reactions } from './kinds.ts';

export const longestBody = 5_000;

export const announcementDraft = z
  .object({
    form: z.enum(announcementForms),
    category: z.enum(announcementCategories),
    /** By language tag; who reads none of them is told nothing. */
    texts: z
      .record(language, z.object({ title: someLine(140), body: someProse(longestBody) }))
      .refine((texts) => Object.keys(texts).length > 0, { params: { code: 'required' } })
      .refine((texts) => Object.keys(texts).length <= 20, { params: { code: 'too_many' } }),
    /** An attachment of whoever saves it. */
    image: id.nullable(),
    isPublished: z.boolean(),
    publishAt: instant,
    expiresAt: instant.nullable(),
    /** Only on these pages, only for who has these attributes; none: for everybody. */
    pages: z.array(pageMatch).max(20),
    attributes: z.array(attributeTest).max(10),
    /** When a banner or modal comes. */
    rule: promptRule,
  })
  .refine(({ publishAt, expiresAt }) => expiresAt === null || expiresAt > publishAt, {
    path: ['expiresAt'],
    params: { code: 'invalid' },
  });

export const saveAnnouncement = z.object({ revision: z.number().int().min(0), draft: announcementDraft });
export const removeAnnouncement = z.object({ revision: z.number().int().min(1) });
export const doneReply = z.object({ done: z.literal(true) });

export const incidentUpdate = z.object({
  id,
  state: z.enum(incidentStates),
  texts: z
    .record(language, someProse(1_000))
    .refine((texts) => Object.keys(texts).length > 0, { params: { code: 'required' } }),
});

const picture = z.object({ path: z.string(), width: z.number().int(), height: z.number().int() });

/** News as a visitor reads it. */
export const announcement = z.object({
  id,
  form: z.enum(announcementForms),
  category: z.enum(announcementCategories),
  title: z.string(),
  rich: richText,
  picture: picture.nullable(),
  at: instant,
  /** Its page. */
  path: z.string(),
  attributes: z.array(attributeTest),
  /** Of an incident that is open: where it stands, and what was said, the newest first. */
  incident: z
    .object({
      state: z.enum(incidentStates),
      updates: z.array(z.object({ state: z.enum(incidentStates), text: z.string(), at: instant })),
    })
    .nullable(),
});
export type Announcement = z.infer<typeof announcement>;

export const listQuery = z.object({ language, page: line(2_000).optional() });
export const announcementList = z.object({ announcements: z.array(announcement) });
export const oneQuery = z.object({ language });
export const announcementReply = z.object({ announcement: announcement.nullable() });
/** A visitor's marks: seen, and their reaction. */
export const marks = z.object({
  seen: z.array(z.string()),
  reactions: z.record(z.string(), z.enum(reactions)),
  /** Incidents of which they want to hear when they are over. */
  followed: z.array(z.string()),
});
export type Marks = z.infer<typeof marks>;
export const markBody = z.object({
  reaction: z.enum(reactions).optional(),
  /** Tell me when it is over; with an address for who is not at the site then. */
  follow: z.object({ email: email.optional() }).optional(),
  language,
});

export const viewBody = z.strictObject({
  /** Client-made; the same again changes nothing. */
  id,
  language,
});

export const staffAnnouncement = z.object({
  id,
  draft: announcementDraft,
  revision: z.number().int(),
  state: z.enum(['draft', 'scheduled', 'live', 'over']),
  closedAt: instant.nullable(),
  path: z.string(),
  picture: picture.nullable(),
  updates: z.array(incidentUpdate.extend({ at: instant })),
  seen: z.number().int(),
  reactions: z.record(z.enum(reactions), z.number().int()),
  followers: z.number().int(),
  counts: exposureCounts,
});
export type StaffAnnouncement = z.infer<typeof staffAnnouncement>;
export const staffList = z.object({ announcements: z.array(staffAnnouncement), zone: z.string() });
export const staffReply = z.object({ announcement: staffAnnouncement });
