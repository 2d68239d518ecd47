import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { publishQuestion } from '../../../shared/ask/staffRoutes.ts';
import type { MadeQuestion, PublishBody } from '../../../shared/ask/staffSchema.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { asCallError } from '../../core/net/client.ts';
import type { CallError } from '../../core/net/client.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import type { Made } from './made.ts';
import { PublishFields } from './PublishFields.tsx';
import { failureText } from '../../core/staff/failureText.ts';

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
  useEffect(() => dialog.current?.showModal(), []);

  // Without one, visitors are to answer.
  const reply = thread.messages.findLast(
    (message) => message.author.kind === 'staff' && message.visibility === 'public',
  );
  const { kind, visibility } = thread.conversation;
  const needsConsent = !made && kind === 'ask' && visibility === 'private';
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    // biome-ignore lint/style/noNonNullAssertion: the form was drawn: its own button calls this
    const data = new FormData(form.current!);
    const body: PublishBody = {
      title: String(data.get('title')),
      details: String(data.get('details')),
      ...(reply && { message: reply.id, answer: String(data.get('answer')) }),
      official: data.get('official') !== null,
      language: thread.conversation.language,
      ...(data.get('despitePrivacy') !== null && { despitePrivacy: true }),
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
        <PublishFields
          thread={thread}
          made={made}
          answer={reply?.body ?? null}
          needsConsent={needsConsent}
          isConsentMissing={problem.value?.fields['despitePrivacy'] !== undefined}
        />
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
