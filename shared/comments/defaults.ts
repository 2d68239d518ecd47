import type { CommentSort, ModerationMode } from './options.ts';

/** The comment settings until the owner says otherwise. */
export const defaultComments = () => ({
  moderation: 'first' as ModerationMode,
  depth: 3,
  sort: 'oldest' as CommentSort,
  votes: 'up' as const,
  name: 'optional' as const,
  email: 'optional' as const,
  pictures: 4,
  editMinutes: 15,
  closeAfterDays: 0,
  closedPaths: [] as string[],
  alert: [] as string[],
  page: {
    query: 'listed' as const,
    listed: ['p', 'page_id', 'id'],
    hash: false,
    ignoreSlash: true,
    hosts: [] as string[],
  },
  note: '',
});
