import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getQuestionHistory } from '../../../shared/ask/answerRoutes.ts';
import type { QuestionHistory as History } from '../../../shared/ask/answerSchema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import type { AnswerTexts } from './texts.ts';

/** Earlier words of a public question, the newest first. */
export const QuestionHistory = ({ id, texts }: { id: string; texts: AnswerTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const versions = useSignal<History['versions'] | null>(null);
  useEffect(() => {
    void staff.attempt(staff.call(getQuestionHistory, { path: { question: id } })).then((reply) => {
      if (reply) versions.value = reply.versions;
    });
  }, [id]);
  if (versions.value?.length === 0) return <p class="quiet">{texts.noHistory}</p>;
  return (
    <>
      {versions.value?.map((version) => (
        <div key={version.id}>
          <p class="quiet">
            {version.byStaff ? texts.replacedByTeam : texts.replacedByAuthor}
            {', '}
            <time dateTime={new Date(version.at).toISOString()}>
              {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(version.at)}
            </time>
          </p>
          <blockquote dir="auto">
            <strong>{version.title}</strong>
            {version.details && `\n${version.details}`}
          </blockquote>
        </div>
      ))}
    </>
  );
};
