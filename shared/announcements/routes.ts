import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

type Done = { done: true };
export type AnnouncementDraft = z.infer<typeof schema.announcementDraft>;
export type IncidentUpdate = z.infer<typeof schema.incidentUpdate>;

export const listAnnouncements = route<
  undefined,
  z.infer<typeof schema.announcementList>,
  z.infer<typeof schema.listQuery>
>('GET', '/api/sites/:site/announcements');
export const getAnnouncement = route<
  undefined,
  z.infer<typeof schema.announcementReply>,
  z.infer<typeof schema.oneQuery>
>('GET', '/api/sites/:site/announcements/:announcement');
export const getPicture = route<undefined, undefined>(
  'GET',
  '/api/sites/:site/announcements/:announcement/picture',
);
export const getMarks = route<undefined, schema.Marks>('GET', '/api/sites/:site/news/marks');
/** Seen; and what is thought of it, and whether one wants to hear when it is over. */
export const postMark = route<z.infer<typeof schema.markBody>, Done>(
  'POST',
  '/api/sites/:site/announcements/:announcement/mark',
);

/** Seen by somebody who isn't known: counted, and nobody is made known by it. */
export const postView = route<z.infer<typeof schema.viewBody>, Done>(
  'POST',
  '/api/sites/:site/announcements/:announcement/views',
);

/* For staff. */
export const listForStaff = route<undefined, z.infer<typeof schema.staffList>>(
  'GET',
  '/api/inbox/:site/announcements',
);
export const putAnnouncement = route<
  z.infer<typeof schema.saveAnnouncement>,
  z.infer<typeof schema.staffReply>
>('PUT', '/api/inbox/:site/announcements/:announcement');
export const deleteAnnouncement = route<z.infer<typeof schema.removeAnnouncement>, Done>(
  'DELETE',
  '/api/inbox/:site/announcements/:announcement',
);
/** Adds an update to an incident; the last is that it is resolved. */
export const postUpdate = route<IncidentUpdate, z.infer<typeof schema.staffReply>>(
  'POST',
  '/api/inbox/:site/announcements/:announcement/updates',
);
