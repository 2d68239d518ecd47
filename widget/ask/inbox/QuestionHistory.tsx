import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getQuestionHistory } from '../../../shared/ask/answerRoutes.ts';
import type { QuestionHistory as History } from '../../../shared/ask/answerSchema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { EarlierVersions } from './EarlierVersions.tsx';
import type { AnswerTexts } from './texts.ts';

/** Earlier words of a public question, the newest first. */
export const QuestionHistory = ({ id, texts }: { id: string; texts: AnswerTexts }) => {
  const staff = useStaff();
  const versions = useSignal<History['versions'] | null>(null);
  useEffect(() => {
    void staff.attempt(staff.call(getQuestionHistory, { path: { question: id } })).then((reply) => {
      if (reply) versions.value = reply.versions;
    });
  }, [id]);
  return (
    <EarlierVersions
      versions={versions.value}
      texts={texts}
      words={({ title, details }) => (
        <>
          <strong>{title}</strong>
          {details && `\n${details}`}
        </>
      )}
    />
  );
};
