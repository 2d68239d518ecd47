import { inboxPath } from '../../shared/core/mail/routes.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { fill } from '../core/pages/texts.ts';
import type { NoticeWriter } from '../core/people/staff/notice.ts';
import { findRun } from './queries.ts';
import { ruleTexts } from './texts.ts';

/** The push to whom a rule tells: the rule's name, and what the conversation is about. */
export const writeRuleNotice: NoticeWriter = async (ctx, { siteId, payload }, language) => {
  const run = await findRun(ctx, siteId, String(payload['run']));
  const row = run && (await findConversation(ctx, siteId, run.conversationId));
  return run && row
    ? {
        title: fill(ruleTexts(language).pushTitle, { rule: run.name }),
        body: row.subject,
        tag: row.id,
        path: inboxPath(siteId, row.id),
      }
    : null;
};
