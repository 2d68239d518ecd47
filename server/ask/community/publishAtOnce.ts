import type { AskBody } from '../../../shared/ask/schema.ts';
import type { Context } from '../../context.ts';
import type { ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { Failure } from '../../core/http/failure.ts';
import { isLikelyPerson } from '../../core/moderation/suspicion.ts';
import type { Sender } from '../../core/moderation/writing.ts';
import { judgeContribution } from '../../core/moderation/contribution.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { publish } from '../publishing.ts';
import { findQuestionOf } from '../queries/questions.ts';

/** Whether everybody may see what somebody asks before staff have. */
const isCleared = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  { title, details = '', website = '' }: AskBody,
  address: string,
): Promise<boolean> => {
  const body = `${title}\n\n${details}`;
  try {
    const { state } = await judgeContribution(ctx, site, visitor, {
      mode: 'first',
      body,
      field: 'details',
      rich: await ctx.renderer.render(body, { site: site.id, person: address }),
      name: '',
      email: visitor.email ?? '',
      address,
      hasFiles: false,
      trapped: website !== '',
    });
    return state === 'public';
  } catch (error) {
    // Who is blocked in public, or uses a word that isn't taken there, still reaches the team.
    if (error instanceof Failure) return false;
    throw error;
  }
};

/**
 * Whether what somebody asks may be published at once: in public, where the owner allows it, by no program.
 * @throws Failure `challenge` where a program may be asking
 */
export const mayPublishAtOnce = async (
  ctx: Context,
  site: Site,
  { visibility, took, solution }: AskBody,
  sender: Sender,
): Promise<boolean> =>
  site.settings.communityAnswers !== 'off' &&
  site.settings.communityQuestions === 'trusted' &&
  visibility === 'public' &&
  isLikelyPerson(ctx, site, { took, solution, ...sender });

/**
 * Publishes what a trusted person asks in public at once, where {@link mayPublishAtOnce}. What staff took back stays theirs to
 * publish.
 */
export const publishAtOnce = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  row: ConversationRow,
  body: AskBody,
  address: string,
): Promise<void> => {
  const { teamName } = site.settings;
  if (row.held) return;
  if ((await findQuestionOf(ctx, site.id, row.id)) || !(await isCleared(ctx, site, visitor, body, address)))
    return;
  const { title, details = '', language } = body;
  await publish(ctx, site, row, {
    body: { title, details, language, official: false },
    message: null,
    by: { id: '', name: teamName || site.name },
  });
};
