import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  getMadeQuestion,
  listFittingAnswers,
  patchAnswer,
  publishQuestion,
  unpublishQuestion,
} from '../../shared/ask/staffRoutes.ts';
import type {
  FittingAnswers as FittingReply,
  MadeQuestion,
  PublishBody,
} from '../../shared/ask/staffSchema.ts';
import type { InboxThread } from '../../shared/inbox/schema.ts';
import { CallError } from '../core/net/client.ts';
import { useStaff, useLanguage } from '../core/staff/context.ts';
import type { StaffFeature } from '../core/staff/feature.ts';
import { failureText } from '../core/staff/failureText.ts';
import { fill } from '../core/staff/i18n.ts';

type Made = NonNullable<MadeQuestion['question']>;

const PublishDialog = ({
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
  const first = thread.messages[0]!;
  const asked = first.body.startsWith(thread.conversation.subject)
    ? first.body.slice(thread.conversation.subject.length).trim()
    : first.body;

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
      problem.value = error instanceof CallError ? error : new CallError('broken');
    }
  };

  return (
    <dialog ref={dialog} class="wide" aria-labelledby="publish-title" onClose={() => close(null)}>
      <form ref={form} onSubmit={submit}>
        <h2 id="publish-title">{made ? texts.changePublic : texts.makePublic}</h2>
        <p class="quiet">{texts.publishLead}</p>
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
          defaultValue={asked}
        />
        <label for="publish-answer">{texts.answer}</label>
        <textarea
          id="publish-answer"
          name="answer"
          dir="auto"
          rows={7}
          required
          maxLength={10_000}
          defaultValue={reply.body}
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

/** What staff do with a conversation that came from ask: make it public, mark the answer as official, take it back. */
const AskActions = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const made = useSignal<Made | null>(null);
  const writing = useSignal(false);
  const { id } = thread.conversation;
  const published = thread.conversation.published?.question ?? null;

  useEffect(() => {
    let left = false;
    made.value = null;
    if (published)
      void staff.attempt(staff.call(getMadeQuestion, { path: { conversation: id } })).then((reply) => {
        if (!left && reply) made.value = reply.question;
      });
    return () => {
      left = true;
    };
  }, [id, published]);

  const take = (reply: MadeQuestion | null): void => {
    if (reply) made.value = reply.question;
  };
  const answered = thread.messages.some(
    (message) => message.author.kind === 'staff' && message.visibility === 'public',
  );
  const question = made.value;
  const answer = question?.answers[0];
  return (
    <div class="feature">
      {question ? (
        <>
          <a href={question.path} target="_blank" rel="noopener">
            {fill(texts.publicNow, { count: question.solved })}
          </a>
          {answer && (
            <label class="check">
              <input
                type="checkbox"
                checked={answer.official}
                onChange={async (event) =>
                  take(
                    await staff.attempt(
                      staff.call(patchAnswer, {
                        path: { answer: answer.id },
                        body: { official: event.currentTarget.checked },
                      }),
                    ),
                  )
                }
              />
              <span>{texts.official}</span>
            </label>
          )}
          <button
            type="button"
            class="link"
            onClick={async () =>
              take(await staff.attempt(staff.call(unpublishQuestion, { path: { conversation: id } })))
            }
          >
            {texts.takeOff}
          </button>
        </>
      ) : null}
      <button
        type="button"
        class="link"
        disabled={!answered}
        title={answered ? undefined : texts.replyFirst}
        onClick={() => {
          writing.value = true;
        }}
      >
        {question ? texts.changePublic : texts.makePublic}
      </button>
      {writing.value && (
        <PublishDialog
          thread={thread}
          made={question}
          close={(reply) => {
            writing.value = false;
            take(reply);
          }}
        />
      )}
    </div>
  );
};

/** Answers that fit what the visitor said last, to be put into the reply. */
const FittingAnswers = ({ thread, insert }: { thread: InboxThread; insert(text: string): void }) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const found = useSignal<FittingReply['answers']>([]);
  const { id } = thread.conversation;
  const last = thread.messages.findLast(({ author }) => author.kind === 'visitor')?.id;
  useEffect(() => {
    let left = false;
    found.value = [];
    // Nobody asked for them: without an answer there are none.
    staff.call(listFittingAnswers, { path: { conversation: id } }).then(
      (reply) => {
        if (!left) found.value = reply.answers;
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [id, last]);
  if (!found.value.length) return null;
  return (
    <details class="fitting">
      <summary>
        {texts.suggested} <span class="count">{found.value.length}</span>
      </summary>
      <ul>
        {found.value.map((answer) => (
          <li key={answer.question}>
            <a href={answer.path} target="_blank" rel="noopener" dir="auto">
              {answer.title}
            </a>
            <p class="quiet" dir="auto">
              {answer.body.slice(0, 160)}
            </p>
            <button
              type="button"
              aria-label={`${texts.insertAnswer}: ${answer.title}`}
              onClick={() => insert(answer.body)}
            >
              {texts.insertAnswer}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};

export const askForStaff: StaffFeature = {
  kind: 'ask',
  names: { en: 'Questions', de: 'Fragen', ru: 'Вопросы', ar: 'الأسئلة' },
  Actions: AskActions,
  // Whatever was answered can become public.
  actsOnAll: true,
  Answers: FittingAnswers,
};
