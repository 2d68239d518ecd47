import { fillVariables } from '../../shared/inbox/variables.ts';
import type { Context } from '../context.ts';
import type { NewNotice } from '../core/conversations/notices.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { listMessages } from '../core/conversations/queries/messages.ts';
import { visitorsOf } from '../core/conversations/queries/names.ts';
import { derivedId } from '../core/derivedId.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { RunRow } from './queries.ts';
import { ruleTexts } from './texts.ts';

/**
 * Whether a rule may still say something: once, until a person of the team has answered; and once more where that ends
 * the conversation. Two programs that answer each other fall silent by it.
 */
const maySpeak = async (ctx: Context, row: ConversationRow, isClosing: boolean): Promise<boolean> => {
  const messages = await listMessages(ctx, row.siteId, row.id, false);
  const answered = messages.findLastIndex(({ authorKind }) => authorKind === 'staff');
  const said = messages.slice(answered + 1).filter(({ system }) => system?.kind === 'auto_reply');
  return isClosing ? !said.some(({ system }) => system?.values['closing']) : said.length === 0;
};

/**
 * The automatic message of a firing: a canned reply, which says that it's automatic and how to reach a person. Null where
 * it isn't there any more, or one was sent.
 */
export const autoReply = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  run: RunRow,
): Promise<NewNotice | null> => {
  const reply = run.actions.find((action) => action.do === 'reply');
  const isClosing = run.actions.some((action) => action.do === 'close');
  if (!reply || !(await maySpeak(ctx, row, isClosing))) return null;
  const body = await ctx.conversationActions?.findReply(site.id, reply.to);
  if (!body) return null;
  const [visitor] = await visitorsOf(ctx, site.id, [row.visitorId]);
  const team = site.settings.teamName || site.name;
  const filled = fillVariables(body, {
    'visitor.name': visitor?.name ?? '',
    'visitor.email': visitor?.email ?? '',
    // Nobody of the team says it.
    'agent.name': team,
    'site.name': site.name,
  });
  const texts = ruleTexts(row.language);
  const text = `${filled}\n\n${isClosing ? texts.autoClosing : texts.auto}`;
  return {
    id: derivedId('rule reply', run.id),
    visibility: 'public',
    notice: {
      kind: 'auto_reply',
      values: { text, by: run.name, rule: run.ruleId, ...(isClosing && { closing: 1 }) },
    },
    rich: await ctx.renderer.render(text, { site: site.id, person: run.ruleId }),
  };
};
