import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { forwardMessages } from '../../../shared/inbox/routes.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { asCallError, type CallError } from '../../core/net/client.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import { moment } from '../../core/staff/i18n.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { useInbox } from '../context.ts';
import './styles.ts';
import { type MailTexts, texts as loaders } from './texts.ts';

const mayLeave = ({ visibility, author, removed }: Message): boolean =>
  visibility === 'public' && author.kind !== 'system' && !removed;

/** The state of what is to be sent, and why it was not. */
const useForward = (thread: InboxThread, close: () => void) => {
  const inbox = useInbox();
  const [id] = useState(newId);
  const [to, setTo] = useState('');
  const [body, setBody] = useState('');
  const messages = thread.messages.filter(mayLeave);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const chosen = messages.filter((message) => !without.has(message.id)).map((message) => message.id);
  return {
    to,
    setTo,
    body,
    setBody,
    messages,
    chosen,
    problem,
    canSend: chosen.length > 0 && /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(to.trim()) && !isSending,
    choose(message: string, isChosen: boolean): void {
      const next = new Set(without);
      if (isChosen) next.delete(message);
      else next.add(message);
      setWithout(next);
    },
    async send(): Promise<void> {
      setSending(true);
      try {
        const path = { conversation: thread.conversation.id };
        const given = { id, email: to.trim(), body, messages: chosen };
        const reply = await inbox.call(forwardMessages, { path, body: given });
        inbox.thread.addMessage(reply.message);
        close();
      } catch (error) {
        setProblem(asCallError(error));
        setSending(false);
      }
    },
  };
};

const MessageChoice = ({ given, texts }: { given: ReturnType<typeof useForward>; texts: MailTexts }) => {
  const { texts: inboxTexts, tag } = useLanguage();
  return (
    <fieldset class="forward-list">
      <legend>{texts.forwardMessages}</legend>
      {given.messages.map((message) => (
        <label key={message.id} class="check">
          <input
            type="checkbox"
            checked={given.chosen.includes(message.id)}
            onChange={(event) => given.choose(message.id, event.currentTarget.checked)}
          />
          <span>
            <bdi>{message.author.name || inboxTexts.anonymous}</bdi>
            {', '}
            {moment(tag, message.at)}
            <span class="quiet" dir="auto">
              {message.body || message.attachments.map(({ name }) => name).join(', ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const Form = ({ thread, close, texts }: { thread: InboxThread; close(): void; texts: MailTexts }) => {
  const { texts: inboxTexts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const given = useForward(thread, () => dialog.current?.close());
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="wide forward" onClose={close} aria-labelledby="forward-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (given.canSend) void given.send();
        }}
      >
        <h2 id="forward-title">{texts.forward}</h2>
        <p class="quiet">{texts.forwardLead}</p>
        <label for="forward-to">{texts.forwardTo}</label>
        <input
          id="forward-to"
          type="email"
          dir="ltr"
          required
          autocomplete="off"
          value={given.to}
          onInput={(event) => given.setTo(event.currentTarget.value)}
        />
        <label for="forward-note">{texts.forwardNote}</label>
        <textarea
          id="forward-note"
          rows={4}
          dir="auto"
          maxLength={10_000}
          value={given.body}
          onInput={(event) => given.setBody(event.currentTarget.value)}
        />
        <MessageChoice given={given} texts={texts} />
        <p class="wrong" role="alert">
          {given.problem && failureText(inboxTexts, given.problem)}
        </p>
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.forwardCancel}
          </button>
          <button type="submit" class="primary" disabled={!given.canSend}>
            {texts.forwardSend}
          </button>
        </div>
      </form>
    </dialog>
  );
};

/** Asks somebody outside: which messages they get, and with which words. */
export const Forward = ({ close }: { close(): void }) => {
  const thread = useInbox().thread.now.value;
  const texts = useFeatureTexts(loaders);
  return thread && texts ? <Form thread={thread} close={close} texts={texts} /> : null;
};
