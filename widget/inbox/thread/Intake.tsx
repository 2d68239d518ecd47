import type { Intake as Given } from '../../../shared/core/conversations/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { exact } from '../../core/staff/i18n.ts';

/** The questions before a chat and their answers, in the words that the visitor read, and what they agreed to. */
export const Intake = ({ intake }: { intake: Given }) => {
  const { texts, tag } = useLanguage();
  const { answers, consent } = intake;
  return (
    <>
      {answers.map(({ label, value }) => (
        <div key={label}>
          <dt dir="auto">{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
      {consent && (
        <div>
          <dt>{texts.agreedTo}</dt>
          <dd>
            <q dir="auto">{consent.text}</q> <span class="quiet">{exact(tag, consent.at)}</span>
          </dd>
        </div>
      )}
    </>
  );
};
