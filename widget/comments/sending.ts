import { postComment, postEdit, postPreview } from '../../shared/comments/routes.ts';
import type { Comment, NewComment, OwnComment } from '../../shared/comments/schema.ts';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import { asCallError } from '../core/net/client.ts';
import { type CommentPage, introduceVisitor } from './page.ts';
import { uploadPicture } from './uploadPicture.ts';
import type { Comments } from './model.ts';
import { attempt, type Draft, type Writer } from './writing.ts';

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

/**
 * Sends a draft.
 * @param working told when the browser has to work for it
 * @throws CallError
 */
export const send = async (comments: Comments, draft: Draft, working: () => void): Promise<OwnComment> => {
  const { page } = comments;
  const { session, call } = page;
  await introduceVisitor(page);
  if (draft.edits) {
    const body = { body: draft.body.value, files: idsOf(draft) };
    return (await session.call(postEdit, { path: { comment: draft.edits }, body })).comment;
  }
  const body = toNewComment(page, comments, draft, comments.list.value?.rules.email !== 'no');
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

/** Sends a picture for a draft; a failure is the draft's. */
export const attach = async (page: CommentPage, draft: Draft, file: File): Promise<void> => {
  const attachment = await attempt(page, draft, () => uploadPicture(page, file));
  if (attachment) draft.files.value = [...draft.files.value, attachment];
};

/** @returns how words will look; null when that cannot be said */
export const preview = ({ call }: CommentPage, body: string): Promise<Comment['rich'] | null> =>
  call(postPreview, { body: { body } }).then(
    ({ rich }) => rich,
    () => null,
  );
