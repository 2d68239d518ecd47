import { useEffect, useRef, useState } from 'preact/hooks';
import { dropsInto, FilePicker, MessageField } from '../../core/conversations/composer.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import { Icon, IconButton } from '../../core/staff/Icon.tsx';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { useInbox } from '../context.ts';
import { AttachedFiles } from '../thread/AttachedFiles.tsx';
import { Complete } from '../thread/complete/Complete.tsx';
import { useFieldHeight } from '../thread/field.ts';
import { useCompletion } from '../thread/useCompletion.ts';
import { type ComposeModel, createComposeModel } from './model.ts';
import { RecipientField } from './RecipientField.tsx';
import './styles.ts';
import type { ComposeTarget } from './target.ts';
import { type ComposeTexts, texts as loaders } from './texts.ts';

const ways = ['mail', 'widget'] as const;

/** Email or widget, and why one of them is closed. */
const Ways = ({ model, texts }: { model: ComposeModel; texts: ComposeTexts }) => {
  const { by } = model.draft.value;
  const to = model.options.value?.to;
  const reason =
    to && (by === 'mail' ? to.mail && texts[`mail_${to.mail}`] : to.widget && texts[`widget_${to.widget}`]);
  const hint =
    to && !reason
      ? by === 'widget'
        ? texts.widgetHint
        : to.email &&
            !to.emailVerified &&
            model.draft.value.addressee &&
            'contact' in model.draft.value.addressee.to
          ? texts.unproven
          : ''
      : '';
  return (
    <>
      <div class="compose-row">
        <span class="compose-name" aria-hidden="true">
          {texts.by}
        </span>
        <div class="compose-ways" role="group" aria-label={texts.by}>
          {ways.map((way) => (
            <button key={way} type="button" aria-pressed={by === way} onClick={() => model.set({ by: way })}>
              <Icon name={way === 'mail' ? 'mail' : 'kind'} /> {texts[`by_${way}`]}
            </button>
          ))}
        </div>
      </div>
      <p class={reason ? 'compose-why notice' : 'compose-why quiet'} role="status" hidden={!reason && !hint}>
        {reason || hint}
      </p>
    </>
  );
};

/** Sender and subject of an email. */
const MailFields = ({ model, texts }: { model: ComposeModel; texts: ComposeTexts }) => {
  const { subject, from } = model.draft.value;
  const addresses = model.options.value?.from ?? [];
  return (
    <>
      {addresses.length > 1 && (
        <div class="compose-row">
          <label class="compose-name" for="compose-from">
            {texts.from}
          </label>
          <select
            id="compose-from"
            value={from || addresses[0]}
            onChange={(event) => model.set({ from: event.currentTarget.value })}
          >
            {addresses.map((address) => (
              <option key={address} value={address}>
                {address}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="compose-row">
        <label class="compose-name" for="compose-subject">
          {texts.subject}
        </label>
        <input
          id="compose-subject"
          data-next
          type="text"
          dir="auto"
          maxLength={200}
          autocomplete="off"
          value={subject}
          onInput={(event) => model.set({ subject: event.currentTarget.value })}
        />
      </div>
    </>
  );
};

/** The message itself, with files and canned replies. */
const Words = ({ model, texts }: { model: ComposeModel; texts: ComposeTexts }) => {
  const inbox = useInbox();
  const { texts: inboxTexts } = useLanguage();
  const { composer } = model;
  const field = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion(field, model);
  const { query } = completion;
  const to = model.options.value?.to;
  useFieldHeight(field, [composer.text.value]);
  return (
    <div class="composer" {...dropsInto(composer)}>
      <div class="field-box">
        {query && (
          <Complete
            key={query.kind}
            ask={query}
            about={{
              visitor: { name: to?.name ?? '', email: to?.email ?? null },
              language: to?.language ?? '',
              promise: null,
            }}
            choose={completion.choose}
            hold={completion.hold}
          />
        )}
        <MessageField
          composer={composer}
          field={field}
          rows={7}
          aria-label={texts.message}
          aria-autocomplete="list"
          aria-controls={query ? 'completions' : undefined}
          placeholder={texts.messagePlaceholder}
          {...(model.draft.value.by === 'widget' && { 'data-next': true })}
          onInput={completion.look}
          onClick={completion.look}
          onBlur={completion.close}
          onKeyDown={completion.onKeyDown}
        />
      </div>
      <AttachedFiles items={composer.files.value} />
      <p class="wrong" role="alert">
        {model.problem.value && failureText(inboxTexts, model.problem.value)}
      </p>
      <div class="send">
        <FilePicker composer={composer} field={field}>
          {(open) => <IconButton icon="clip" label={inboxTexts.attach} onClick={open} />}
        </FilePicker>
        <IconButton icon="canned" label={inboxTexts.canned} onClick={completion.beginCanned} />
        <IconButton
          icon="trash"
          label={texts.discard}
          onClick={() => {
            model.discard();
            inbox.composing.value = null;
          }}
        />
        <span class="quiet">{inboxTexts.sendHint}</span>
        <button type="submit" class="primary" disabled={!model.canSend.value}>
          {model.isSending.value ? texts.sending : inboxTexts.send}
        </button>
      </div>
    </div>
  );
};

/** A new message: it is kept until it is sent or thrown away, whatever closes it. */
export const Compose = ({ target }: { target: ComposeTarget }) => {
  const inbox = useInbox();
  const texts = useFeatureTexts(loaders);
  const [model] = useState(() => createComposeModel(inbox, target));
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!texts || dialog.current?.open) return;
    dialog.current?.showModal();
    const next = model.draft.value.addressee ? '.compose [data-next]' : '#compose-to';
    document.querySelector<HTMLElement>(next)?.focus();
  }, [texts]);
  if (!texts) return null;
  const { addressee, by } = model.draft.value;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await model.send()) dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      class="compose"
      aria-labelledby="compose-title"
      onClose={() => {
        inbox.composing.value = null;
      }}
    >
      <form
        onSubmit={send}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
        }}
      >
        <header class="compose-head">
          <h2 id="compose-title">{texts.title}</h2>
          <IconButton icon="close" label={texts.close} onClick={() => dialog.current?.close()} />
        </header>
        <RecipientField
          addressee={addressee}
          email={model.options.value?.to?.email ?? ''}
          choose={model.choose}
          texts={texts}
        />
        <Ways model={model} texts={texts} />
        {by === 'mail' && <MailFields model={model} texts={texts} />}
        <Words model={model} texts={texts} />
      </form>
    </dialog>
  );
};
