import type { FollowBody } from '../../../shared/ask/answerSchema.ts';
import type { Context } from '../../context.ts';
import { isSameEmail } from '../../core/emailAddress.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../../core/people/visitors/visitor.ts';
import { insertFollower } from '../writes/followers.ts';
import { publicQuestion, requireCommunity } from './checks.ts';
import { followEvent } from './events.ts';

/**
 * Notes that a visitor wants mails about a question's answers. An address that is theirs for certain needs no question;
 * every other is asked by mail first. The visitor's own address stays as it is.
 * @returns true when mails come without that question
 */
export const follow = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  questionId: string,
  { id, email, language }: FollowBody,
): Promise<boolean> => {
  requireCommunity(site);
  const question = await publicQuestion(ctx, site, questionId);
  refuseBlocked(visitor);
  const now = ctx.clock.now();
  const isTheirs = visitor.emailVerified && isSameEmail(email, visitor.email ?? '');
  await ctx.database.commit({
    site: site.id,
    events: [followEvent(id)],
    write: (tx) => [
      insertFollower(tx, {
        siteId: site.id,
        id,
        questionId: question.id,
        email,
        language,
        isAsker: false,
        confirmedAt: isTheirs ? now : null,
        createdAt: now,
      }),
    ],
  });
  return isTheirs;
};
