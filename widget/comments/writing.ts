import { type Signal, signal } from '@preact/signals';
import { postComment, postEdit, postPreview } from '../../shared/comments/routes.ts';
import type { Comment, NewComment, OwnComment } from '../../shared/comments/schema.ts';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import { newId } from '../../shared/core/ids.ts';
import { asCallError } from '../core/net/client.ts';
import type { CallError } from '../core/net/client.ts';
import { type CommentPage, introduceVisitor } from './page.ts';

/** What is being written: to the page, in answer to a comment, or in place of one. */
export interface Draft {
  /** The write's id: tried again, it is the same one. */
  id: string;
  body: Signal<string>;
  files: Signal<Attachment[]>;
  busy: Signal<boolean>;
  failure: Signal<CallError | null>;
  /** When it was begun: nobody writes in no time. */
  began: number;
  parent?: string;
  edits?: string;
}

export const newDraft = (more: Partial<Draft> = {}): Draft => ({
  id: newId(),
  body: signal(''),
  files: signal([]),
  busy: signal(false),
  failure: signal(null),
  began: 0,
  ...more,
});

/** Who writes, and what they are told of answers. */
export interface Writer {
  name: Signal<string>;
  email: Signal<string>;
  follow: Signal<boolean>;
  daily: Signal<boolean>;
}

export interface Writing extends Writer {
  /** @returns the comment when it was taken */
  send(draft: Draft, working: () => void): Promise<OwnComment | null>;
  attach(draft: Draft, file: File): Promise<void>;
  preview(body: string): Promise<Comment['rich'] | null>;
}

/** The ids of a draft's pictures. */
const idsOf = (draft: Draft): string[] => draft.files.value.map(({ id }) => id);

/** A draft as the server takes it. */
const toNewComment = (
  { host, of }: CommentPage,
  writer: Writer,
  draft: Draft,
  asksEmail: boolean,
): NewComment => {
  const files = idsOf(draft);
  const name = writer.name.value.trim();
  const email = writer.email.value.trim();
  return {
    id: draft.id,
    ...of,
    title: document.title.slice(0, 300).toWellFormed(),
    body: draft.body.value,
    language: host.language,
    took: draft.began ? Math.max(0, Math.round(performance.now() - draft.began)) : 0,
    ...(files.length && { files }),
    ...(draft.parent && { parent: draft.parent }),
    ...(name && { name }),
    ...(email && asksEmail && { email }),
    ...(writer.follow.value && email && { follow: 'replies', daily: writer.daily.value }),
  };
};

/** @param asksEmail whether the page asks for an address */
export const createWriting = (page: CommentPage, asksEmail: () => boolean): Writing => {
  const { session, call } = page;
  const writer: Writer = {
    name: signal(''),
    email: signal(''),
    follow: signal(false),
    daily: signal(false),
  };

  const write = async (draft: Draft, working: () => void): Promise<OwnComment> => {
    if (draft.edits) {
      const body = { body: draft.body.value, files: idsOf(draft) };
      return (await session.call(postEdit, { path: { comment: draft.edits }, body })).comment;
    }
    const body = toNewComment(page, writer, draft, asksEmail());
    try {
      return (await session.call(postComment, { body })).comment;
    } catch (error) {
      if (asCallError(error).code !== 'challenge') throw error;
      working();
      const [{ solve }, challenge] = await Promise.all([
        import('../core/net/challenge.ts'),
        call(getChallenge, {}),
      ]);
      const solution = await solve(challenge);
      return (await session.call(postComment, { body: { ...body, solution } })).comment;
    }
  };
  /** @returns null when it failed; the failure is the draft's */
  const attempt = async <Value>(draft: Draft, work: () => Promise<Value>): Promise<Value | null> => {
    draft.busy.value = true;
    draft.failure.value = null;
    try {
      session.begin();
      return await work();
    } catch (error) {
      draft.failure.value = asCallError(error);
      return null;
    } finally {
      draft.busy.value = false;
    }
  };

  return {
    ...writer,
    send: (draft, working) =>
      attempt(draft, async () => {
        await introduceVisitor(page);
        return write(draft, working);
      }),
    async attach(draft, file) {
      const attachment = await attempt(draft, async () =>
        (await import('./uploadPicture.ts')).uploadPicture(page, file),
      );
      if (attachment) draft.files.value = [...draft.files.value, attachment];
    },
    preview: (body) =>
      call(postPreview, { body: { body } }).then(
        ({ rich }) => rich,
        () => null,
      ),
  };
};
