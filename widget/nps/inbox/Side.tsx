import { useEffect, useState } from 'preact/hooks';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { listOfConversation } from '../../../shared/nps/routes.ts';
import type { StaffResponse } from '../../../shared/nps/schema.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { texts as staffTexts } from './texts.ts';

/** Answers of a conversation's visitor, the newest first; nothing where there are none. */
export const Side = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const texts = useFeatureTexts(staffTexts);
  const [answers, setAnswers] = useState<StaffResponse[]>([]);
  const { id: conversation } = thread.conversation;
  useEffect(() => {
    void staff
      .attempt(staff.call(listOfConversation, { path: { conversation } }))
      .then((found) => found && setAnswers(found.responses));
  }, [conversation]);
  if (!texts || answers.length === 0) return null;
  return (
    <>
      <h3>{texts.title}</h3>
      {answers.map(({ id, score, text, at }) => (
        <p key={id} title={exact(tag, at)}>
          {fill(texts.side, { score, when: ago(tag, at, staff.now.value) })}
          {text && (
            <>
              {': '}
              <q dir="auto">{text}</q>
            </>
          )}
        </p>
      ))}
    </>
  );
};
