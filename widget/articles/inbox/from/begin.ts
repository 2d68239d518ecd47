import { draftArticle } from '../../../../shared/articles/routes.ts';
import type { ArticleFrom } from '../../../../shared/articles/schema.ts';
import type { StaffContext } from '../../../core/staff/context.ts';
import { go } from '../../../core/staff/router.ts';

/** Begins an article from a conversation or a question, or finds the one that was begun, and opens it. */
export const beginFrom = async (staff: StaffContext, from: ArticleFrom): Promise<void> => {
  const reply = await staff.attempt(staff.call(draftArticle, { body: { from } }));
  if (reply) go(`/inbox/articles/${reply.article.id}`);
};
