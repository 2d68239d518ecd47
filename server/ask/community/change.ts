import type { ChangeAnswer } from '../../../shared/ask/staffSchema.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { AnswerRow } from '../queries/answers.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateAnswer } from '../writes/answers.ts';
import { keepVersion } from '../writes/community.ts';
import { answerEvent } from './events.ts';
import { setAccepted } from './voting.ts';

/** Changes an answer for staff: its words, its correction note, its marks. */
export const changeAnswer = async (
  ctx: Context,
  site: Site,
  staff: { id: string; name: string },
  row: AnswerRow,
  { official, accepted, body, correction }: ChangeAnswer,
): Promise<void> => {
  const now = ctx.clock.now();
  const who = { site: site.id, person: staff.id };
  const isEdited = body !== undefined && body !== row.body;
  const isCorrected = correction !== undefined && correction !== row.correction;
  const note = correction !== undefined && hasVisibleText(correction) ? correction : '';
  const change: Partial<AnswerRow> = {
    ...(official !== undefined && { official }),
    ...(isEdited && { body, rich: await ctx.renderer.render(body, who), editedAt: now }),
    ...(isCorrected && {
      correction: note,
      correctionRich: note ? await ctx.renderer.render(note, who) : null,
      correctedBy: note ? staff.name : '',
      correctedAt: note ? now : null,
    }),
  };
  if (Object.keys(change).length > 0)
    await ctx.database.commit({
      site: site.id,
      events: [answerEvent('changed', row.id), questionChangedEvent(row.questionId)],
      write: (tx) => [
        ...(isEdited
          ? [
              keepVersion(tx, {
                siteId: site.id,
                id: newId(now),
                answerId: row.id,
                body: row.body,
                staffId: staff.id,
                at: now,
              }),
            ]
          : []),
        updateAnswer(tx, site.id, row.id, change),
      ],
    });
  if (accepted !== undefined && (row.state === 'public' || !accepted))
    await setAccepted(ctx, site, row, accepted);
};
