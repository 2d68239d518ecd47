import type { CommentSettings } from '../../shared/comments/settings.ts';

/** Whether a page takes comments. @param first when its first comment was written, milliseconds */
export const isOpen = (
  settings: CommentSettings,
  page: { url: string; open: boolean | null; createdAt: number } | null,
  url: string,
  now: number,
): boolean => {
  if (page?.open != null) return page.open;
  const { pathname } = new URL(url);
  if (settings.closedPaths.some((start) => pathname.startsWith(start))) return false;
  const days = settings.closeAfterDays;
  return days === 0 || page === null || now - page.createdAt < days * 24 * 3_600_000;
};
