import { guardErrors } from '../core/guard.ts';
import { storeDrafts } from './storedDrafts.ts';
import type { Drafts } from './drafts.ts';
import { createPass } from './moderating/pass.ts';
import type { CommentListModel } from './list.ts';
import { type CommentPage, pageName } from './page.ts';
import { createUpdates, type Updates } from './updates.ts';
import type { Writer } from './writing.ts';

/** A page that becomes another without being loaded is looked at so often, milliseconds. */
const lookEvery = 1_000;

/** Notices when the element belongs to another page: the address changed, the canonical link or an attribute. */
const watchName = ({ element, of, ends, renew }: CommentPage): void => {
  const timer = setInterval(() => {
    const { url, page } = pageName(element);
    if (url !== of.url || page !== of.page) renew();
  }, lookEvery);
  ends.addEventListener('abort', () => clearInterval(timer));
};

/** Staff who followed a link from the inbox: in this tab, until they are done. */
const watchStaff = async (page: CommentPage, list: CommentListModel): Promise<void> => {
  const pass = createPass(page.host.site);
  if (!pass.read() || page.ends.aborted) return;
  const { startModerating } = await import('./moderating/entry.tsx');
  await startModerating(page, list, pass);
};

/** The lazy entry: what comes once the comments are read. @param isOwn whether a comment is the visitor's own */
export const startLater = (
  page: CommentPage,
  list: CommentListModel,
  writer: Writer & Drafts,
  isOwn: (id: string) => boolean,
): Updates => {
  page.ends.addEventListener('abort', guardErrors(page.host));
  watchName(page);
  storeDrafts(page, list, writer);
  // For visitors there is nothing to load; staff who get nothing open the link again.
  watchStaff(page, list).catch(() => {});
  return createUpdates(page, list, isOwn);
};
