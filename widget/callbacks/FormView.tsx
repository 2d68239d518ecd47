import { useLayoutEffect, useRef } from 'preact/hooks';
import { CallError } from '../core/net/client.ts';
import { failureText } from '../core/text/failureText.ts';
import { Notice, Waiting } from '../core/ui/parts.tsx';
import type { FormProps } from './FormField.tsx';
import { NumberField } from './NumberField.tsx';
import { fromPlace } from './requestDraft.ts';
import { ConsentField, Honeypot, PersonFields, TopicField } from './RequestFields.tsx';
import { SendingNotice } from './SendingNotice.tsx';
import { WhenFields } from './WhenFields.tsx';

/** The form of a call: a number and a time. Everything else is optional. */
export const FormView = (given: FormProps & { onSee(id: string): void }) => {
  const { surface, text, request, part } = given;
  const { texts } = surface.context;
  const element = useRef<HTMLFormElement>(null);
  const form = request.form.value;
  const input = request.input.value;
  const refusal = request.refusal.value;
  const isReady = form !== null && !(form instanceof CallError);
  const lookAt = (name: string | undefined): void =>
    element.current?.querySelector<HTMLElement>(`[name="${name === 'when' ? 'call-day' : name}"]`)?.focus();
  const [first] = Object.keys(request.errors.value);
  useLayoutEffect(() => {
    void request.load();
  }, []);
  useLayoutEffect(() => {
    if (isReady) surface.focusStart();
  }, [isReady]);
  useLayoutEffect(() => {
    if (refusal && first) lookAt(first);
  }, [refusal]);

  if (!isReady)
    return form ? (
      <Notice bad>
        {failureText(texts, form)}
        <button type="button" class="text" onClick={() => void request.load()}>
          {texts.get('tryAgain')}
        </button>
      </Notice>
    ) : (
      <Waiting texts={texts} />
    );
  const from = part.store.conversations.value.find(({ id }) => id === part.store.drafts.all.value[fromPlace]);
  const busy = request.state.value === 'sending';
  return (
    <form
      ref={element}
      class="stack call"
      noValidate
      aria-labelledby="foyer-call-title"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = request.send();
        if (wrong) lookAt(wrong);
      }}
    >
      <h2 id="foyer-call-title">{texts.get('callback')}</h2>
      {from && (
        <p class="soft">
          {text('callWith', { subject: from.subject })}{' '}
          <button type="button" class="text" onClick={() => part.store.drafts.write(fromPlace, '')}>
            {texts.get('remove')}
          </button>
        </p>
      )}
      <NumberField {...given} form={form} />
      <WhenFields
        surface={surface}
        text={text}
        form={form}
        when={input.when}
        onWhen={(when) => request.set({ when })}
      />
      {form.topics.length > 0 && <TopicField {...given} topics={form.topics} />}
      <PersonFields {...given} />
      {form.consent && <ConsentField {...given} consent={form.consent} />}
      <Honeypot {...given} />
      <SendingNotice {...given} />
      <button type="submit" class="primary" disabled={busy}>
        {texts.get(busy ? 'loading' : 'callback')}
      </button>
    </form>
  );
};
