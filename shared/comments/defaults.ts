import type { CommentSettings } from './settings.ts';

/** Which comments wait for staff: none, a person's first, those with links of people without trust, or all. */
export const moderationModes = ['off', 'first', 'links', 'always'] as const;
export const commentSorts = ['oldest', 'newest', 'top'] as const;
export type CommentSort = (typeof commentSorts)[number];

/** How pages are commented on until the owner says otherwise. */
export const defaultComments = (): CommentSettings => ({
  moderation: 'first',
  trustAfter: 1,
  depth: 3,
  sort: 'oldest',
  votes: 'up',
  name: 'optional',
  email: 'optional',
  pictures: 4,
  editMinutes: 15,
  closeAfterDays: 0,
  closedPaths: [],
  holdAfterReports: 3,
  blockedWords: [],
  blockedNames: [],
  blockedAddresses: [],
  alert: [],
  page: { query: 'listed', listed: ['p', 'page_id', 'id'], hash: false, ignoreSlash: true, hosts: [] },
  note: '',
});
