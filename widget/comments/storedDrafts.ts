import { effect, signal } from '@preact/signals';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import { toJson } from '../core/net/json.ts';
import type { Drafts } from './drafts.ts';
import type { CommentListModel } from './list.ts';
import type { CommentPage } from './page.ts';
import { type Draft, newDraft, type Writer } from './writing.ts';

/** A draft as `sessionStorage` holds it. */
interface StoredDraft extends Pick<Draft, 'id' | 'parent' | 'edits'> {
  body: string;
  files: Attachment[];
}
interface StoredDrafts {
  top: StoredDraft | null;
  open: StoredDraft | null;
  name: string;
  email: string;
}

const toStored = (draft: Draft | null): StoredDraft | null => {
  if (!draft) return null;
  const { id, parent, edits } = draft;
  const [body, files] = [draft.body.value, draft.files.value];
  return body || files.length
    ? { id, body, files, ...(parent && { parent }), ...(edits && { edits }) }
    : null;
};

const toDraft = ({ body, files, ...more }: StoredDraft): Draft =>
  newDraft({ ...more, body: signal(body), files: signal(files), began: 1, isRestored: true });

/**
 * Keeps what is being written under a page through reloads, until it was taken: as long as the tab lives, and of nobody
 * who only reads. Storage that is blocked or full keeps nothing.
 */
export const storeDrafts = (
  { host, of, ends, renew }: CommentPage,
  { known }: CommentListModel,
  { top, open, name, email }: Drafts & Writer,
): void => {
  const place = `foyer:${host.site}:comment:${of.page ?? of.url}`;
  const read = (): StoredDrafts | null => {
    try {
      return JSON.parse(sessionStorage.getItem(place) ?? 'null') as StoredDrafts | null;
    } catch {
      return null;
    }
  };
  const write = (drafts: StoredDrafts): void => {
    try {
      if (drafts.top || drafts.open) sessionStorage.setItem(place, toJson(drafts));
      else sessionStorage.removeItem(place);
    } catch {
      // It lives as long as the page.
    }
  };
  const before = read();
  if (before) {
    if (before.top && !top.value.body.value) top.value = toDraft(before.top);
    const under = before.open?.parent ?? before.open?.edits;
    if (before.open && under && known.value.has(under)) open.value ??= toDraft(before.open);
    name.value ||= before.name;
    email.value ||= before.email;
  }
  const stop = effect(() =>
    write({ top: toStored(top.value), open: toStored(open.value), name: name.value, email: email.value }),
  );
  ends.addEventListener('abort', stop);
  // What the person before wrote is not for the next one.
  const clear = (): void => {
    top.value = newDraft();
    open.value = null;
  };
  host.root.host.addEventListener('foyer:logout', clear, { signal: ends });
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    const secret = `foyer:${host.site}`;
    if (newValue !== null || (key ?? secret) !== secret) return;
    // Another tab has ended the visit.
    clear();
    renew();
  };
  addEventListener('storage', onStorage, { signal: ends });
};
