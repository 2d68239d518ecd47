import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import type { Visitor } from '../../people/visitors/visitor.ts';
import { countLoose, findStanding } from './queries.ts';

/** The time a draft lets files in, milliseconds: as long as files wait for what carries them. */
const draftLifetime = 24 * 3_600_000;
/** Files of somebody who has sent nothing yet: those of one message, and a few that were taken out of it again. */
const maxDraftFiles = 12;

/**
 * Lets a visitor send a file when they have begun something. Who wrote before, or is signed in on the site, has. Anybody
 * else says what they write first, and sends the files of one message: a composer sends its files before its words, so
 * that words are never held up by a picture. What nobody wrote anything for costs a stranger as much as a message does.
 * @throws Failure `forbidden` without a draft, `limited` with too many files that nothing carries
 */
export const requireBegun = async (ctx: Context, siteId: string, visitor: Visitor): Promise<void> => {
  if (visitor.subject !== null) return;
  const { draftAt, wrote } = await findStanding(ctx, siteId, visitor.id);
  if (wrote) return;
  if (draftAt === null || ctx.clock.now() - draftAt > draftLifetime)
    throw new Failure('forbidden', 'Begin a message or comment before you send a file for it.', {
      fields: { draft: 'required' },
    });
  if ((await countLoose(ctx, siteId, visitor.id)) >= maxDraftFiles)
    throw new Failure('limited', 'Send your message before you add more files.', {
      retryAfter: 600,
    });
};
