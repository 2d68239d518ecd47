import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getAnswerHistory } from '../../../shared/ask/answerRoutes.ts';
import type { AnswerHistory as History } from '../../../shared/ask/answerSchema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { EarlierVersions } from './EarlierVersions.tsx';
import type { AnswerTexts } from './texts.ts';

/** Earlier versions of an answer, the newest first. */
export const AnswerHistory = ({ id, texts }: { id: string; texts: AnswerTexts }) => {
  const staff = useStaff();
  const versions = useSignal<History['versions'] | null>(null);
  useEffect(() => {
    void staff.attempt(staff.call(getAnswerHistory, { path: { answer: id } })).then((reply) => {
      if (reply) versions.value = reply.versions;
    });
  }, [id]);
  return <EarlierVersions versions={versions.value} texts={texts} words={({ body }) => body} />;
};
