import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { publishQuestion } from '../../../shared/ask/staffRoutes.ts';
import type { MadeQuestion, PublishBody } from '../../../shared/ask/staffSchema.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { asCallError } from '../../core/net/client.ts';
import type { CallError } from '../../core/net/client.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { failureText } from '../../core/staff/failureText.ts';

/** The public question that was made of a conversation. */
export type Made = NonNullable<MadeQuestion['question']>;

/** What was asked, without the subject that it may begin with. */
const detailsOf = (thread: InboxThread): string => {
  const { body } = thread.messages[0]!;
  const { subject } = thread.conversation;
  return body.startsWith(subject) ? body.slice(subject.length).trim() : body;
};

/** Question, details and answer as they will be public; filled in with what stands in the conversation. */
const PublishFields = ({
  thread,
  made,
  answer,
}: {
  thread: InboxThread;
  made: Made | null;
  answer: string;
}) => {
  const { texts } = useLanguage();
  return (
    <>
      <label for="publish-question">{texts.questionTitle}</label>
      <input
        id="publish-question"
        name="title"
        dir="auto"
        required
        maxLength={200}
        defaultValue={made?.title ?? thread.conversation.subject}
      />
      <label for="publish-details">{texts.questionDetails}</label>
      <textarea
        id="publish-details"
        name="details"
        dir="auto"
        rows={3}
        maxLength={10_000}
        defaultValue={detailsOf(thread)}
      />
      <label for="publish-answer">{texts.answer}</label>
      <textarea
        id="publish-answer"
        name="answer"
        dir="auto"
        rows={7}
        required
        maxLength={10_000}
        defaultValue={answer}
      />
      <label class="check">
        <input
          type="checkbox"
          name="official"
          defaultChecked={made ? made.answers.some((answer) => answer.official) : true}
        />
        <span>
          {texts.official} <span class="quiet">{texts.officialHint}</span>
        </span>
      </label>
    </>
  );
};

/** Makes a conversation a public question with its answer, or changes what was made. */
export const PublishDialog = ({
  thread,
  made,
  close,
}: {
  thread: InboxThread;
  made: Made | null;
  close(made: MadeQuestion | null): void;
}) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const problem = useSignal<CallError | null>(null);
  useEffect(() => dialog.current!.showModal(), []);

  const reply = thread.messages.findLast(
    (message) => message.author.kind === 'staff' && message.visibility === 'public',
  )!;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const data = new FormData(form.current!);
    const body: PublishBody = {
      message: reply.id,
      title: String(data.get('title')),
      details: String(data.get('details')),
      answer: String(data.get('answer')),
      official: data.get('official') !== null,
      language: thread.conversation.language,
    };
    try {
      close(await staff.call(publishQuestion, { path: { conversation: thread.conversation.id }, body }));
    } catch (error) {
      problem.value = asCallError(error);
    }
  };

  return (
    <dialog ref={dialog} class="wide" aria-labelledby="publish-title" onClose={() => close(null)}>
      <form ref={form} onSubmit={submit}>
        <h2 id="publish-title">{made ? texts.changePublic : texts.makePublic}</h2>
        <p class="quiet">{texts.publishLead}</p>
        <PublishFields thread={thread} made={made} answer={reply.body} />
        <p class="wrong" role="alert">
          {problem.value && failureText(texts, problem.value)}
        </p>
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.cancel}
          </button>
          <button type="submit" class="primary">
            {texts.publish}
          </button>
        </div>
      </form>
    </dialog>
  );
};
