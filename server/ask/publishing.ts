import type { PublishBody } from '../../shared/ask/staffSchema.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { changed } from '../core/conversations/changes.ts';
import { type NewNotice, noticeEvent } from '../core/conversations/notices.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { updateConversation } from '../core/conversations/writes/changes.ts';
import { insertNotice } from '../core/conversations/writes/notices.ts';
import { Failure } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { StaffMember } from '../core/people/staff/staff.ts';
import { answerEvent } from './community/events.ts';
import { findAnswerOfMessage } from './queries/answers.ts';
import { findQuestionOf } from './queries/questions.ts';
import { questionPath, slugOf } from './rules.ts';
import { questionChangedEvent } from './searchSource.ts';
import { readOwnWords } from './wording.ts';
import { insertAnswer, updateAnswer } from './writes/answers.ts';
import { insertQuestion, updateQuestion } from './writes/questions.ts';

/** A question and answer that staff publish. */
export interface Publication {
  body: PublishBody;
  /** The staff message that answers; null for a question that visitors are to answer. */
  message: string | null;
  /** The member of staff who publishes. */
  by: Pick<StaffMember, 'id' | 'name'>;
}

/**
 * Makes a conversation a public question with its answer, or changes what was made; whoever asked is told once.
 * @throws Failure `invalid` where the visitor wanted only the team to know, and nobody said that it may be public
 */
export const publish = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  { body, message, by }: Publication,
): Promise<void> => {
  const before = await findQuestionOf(ctx, site.id, row.id);
  const isNew = !before?.published;
  if (isNew && row.kind === 'ask' && row.visibility === 'private' && !body.despitePrivacy)
    throw new Failure('invalid', 'The visitor asked for your team only. Confirm that it may be public.', {
      fields: { despitePrivacy: 'required' },
    });
  const now = ctx.clock.now();
  const id = before?.id ?? newId(now);
  const slug = slugOf(body.title);
  const who = { site: site.id, person: by.id };
  const detailsRich = await ctx.renderer.render(body.details, who);
  const made = body.answer === undefined || message === null ? null : { message, body: body.answer };
  const rich = made ? await ctx.renderer.render(made.body, who) : [];
  const known = made ? await findAnswerOfMessage(ctx, site.id, id, made.message) : null;
  const answerId = known?.id ?? newId(now);
  const { title, details, language, official } = body;
  const ownWords = await readOwnWords(ctx, row, before, { title, details });
  const text = {
    ...{ title, details, detailsRich, language, slug, ownWords },
    ...{ published: true, withdrawn: null, updatedAt: now },
  };
  const notice: NewNotice = {
    id: newId(now),
    visibility: 'public',
    notice: { kind: made ? 'published' : 'opened_up', values: { by: by.name } },
  };
  await ctx.database.commit({
    site: site.id,
    events: [
      ...(isNew ? [noticeEvent(row, notice)] : []),
      changed(row),
      questionChangedEvent(id),
      ...(made && !known ? [answerEvent('added', answerId)] : []),
    ],
    write: (tx, seq) => [
      updateConversation(tx, row, { questionId: id, publicPath: questionPath(site.key, id, slug) }),
      before
        ? updateQuestion(tx, site.id, id, text)
        : insertQuestion(tx, {
            siteId: site.id,
            id,
            conversationId: row.id,
            askerId: row.visitorId,
            category: row.category,
            // A visitor's name is theirs: the public page says who answered, never who asked.
            askedBy: '',
            solved: 0,
            createdAt: row.createdAt,
            ...text,
          }),
      ...(made
        ? [
            known
              ? updateAnswer(tx, site.id, known.id, { body: made.body, rich, official })
              : insertAnswer(tx, {
                  siteId: site.id,
                  id: answerId,
                  questionId: id,
                  messageId: made.message,
                  authorId: by.id,
                  authorName: by.name,
                  verified: true,
                  body: made.body,
                  rich,
                  official,
                  accepted: false,
                  createdAt: now,
                }),
          ]
        : []),
      ...(isNew ? insertNotice(tx, row, notice, seq, now) : []),
    ],
  });
};
