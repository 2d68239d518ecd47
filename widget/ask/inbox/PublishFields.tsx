import { useSignal } from '@preact/signals';
import { findPersonal } from '../../../shared/ask/personalData.ts';
import { isQuoted } from '../../../shared/ask/quoting.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import type { Made } from './made.ts';

/** The question's details: what was asked, without the subject that it may begin with. */
const detailsOf = (thread: InboxThread): string => {
  const body = thread.messages[0]?.body ?? '';
  const { subject } = thread.conversation;
  return body.startsWith(subject) ? body.slice(subject.length).trim() : body;
};

/** Everything that the visitor wrote. */
const saidIn = ({ conversation, messages }: InboxThread): string[] => [
  conversation.subject,
  ...messages.filter(({ author }) => author.kind === 'visitor').map(({ body }) => body),
];

/** The consent that a question for the team alone needs. */
const PrivacyConsent = ({ isMissing }: { isMissing: boolean }) => {
  const { texts } = useLanguage();
  return (
    <div class="notice" role="group" aria-labelledby="publish-privacy">
      <strong id="publish-privacy">{texts.privateAsked}</strong>
      <p>{texts.privateAskedLead}</p>
      <label class="check">
        <input type="checkbox" name="despitePrivacy" required aria-invalid={isMissing || undefined} />
        <span>{texts.privateSure}</span>
      </label>
    </div>
  );
};

/** Whether the answer is the company's word. */
const OfficialField = ({ isOn }: { isOn: boolean }) => {
  const { texts } = useLanguage();
  return (
    <label class="check">
      <input type="checkbox" name="official" defaultChecked={isOn} />
      <span>
        {texts.official} <span class="quiet">{texts.officialHint}</span>
      </span>
    </label>
  );
};

/** Question, details and answer as they will be public; filled in with what stands in the conversation. */
export const PublishFields = ({
  thread,
  made,
  answer,
  needsConsent,
  isConsentMissing,
}: {
  thread: InboxThread;
  made: Made | null;
  /** The reply that answers; null where visitors are to answer. */
  answer: string | null;
  /** The visitor wanted only the team to know, and nothing is public yet. */
  needsConsent: boolean;
  isConsentMissing: boolean;
}) => {
  const { texts } = useLanguage();
  const title = useSignal(made?.title ?? thread.conversation.subject);
  const details = useSignal(detailsOf(thread));
  const reply = useSignal(answer ?? '');
  const personal = findPersonal([title.value, details.value, reply.value], thread.conversation.visitor.name);
  const isTheirs = isQuoted(title.value, saidIn(thread), [thread.conversation.visitor.name]);
  return (
    <>
      {needsConsent && <PrivacyConsent isMissing={isConsentMissing} />}
      <label for="publish-question">{texts.questionTitle}</label>
      <input
        id="publish-question"
        name="title"
        dir="auto"
        required
        maxLength={200}
        value={title.value}
        onInput={(event) => {
          title.value = event.currentTarget.value;
        }}
      />
      {isTheirs && <p class="quiet">{texts.theirWords}</p>}
      <label for="publish-details">{texts.questionDetails}</label>
      <textarea
        id="publish-details"
        name="details"
        dir="auto"
        rows={2}
        maxLength={10_000}
        value={details.value}
        onInput={(event) => {
          details.value = event.currentTarget.value;
        }}
      />
      {answer !== null && (
        <>
          <label for="publish-answer">{texts.answer}</label>
          <textarea
            id="publish-answer"
            name="answer"
            dir="auto"
            rows={5}
            required
            maxLength={10_000}
            value={reply.value}
            onInput={(event) => {
              reply.value = event.currentTarget.value;
            }}
          />
        </>
      )}
      <p class="personal" role="status">
        {personal.length > 0 && fill(texts.looksPersonal, { found: personal.join(', ') })}
      </p>
      {answer !== null && (
        <OfficialField isOn={made ? made.answers.some(({ official }) => official) : true} />
      )}
    </>
  );
};
