import { useEffect, useId, useRef } from 'preact/hooks';
import type { Surface } from '../core/context.ts';
import type { CallError } from '../core/net/client.ts';
import { inText } from '../core/text/times.ts';
import { Notice } from '../core/ui/parts.tsx';
import type { SignIn } from './model.ts';
import type { Translate } from './texts.ts';

interface Props {
  surface: Surface;
  model: SignIn;
  text: Translate;
}

/** Takes the focus to the field of a step, once the step is drawn. */
const useField = () => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    // With what stands below the field: the button, and what to do when no mail comes.
    field.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  return field;
};

const problemText = ({ surface, text }: Props, { code, retryAfter }: CallError): string => {
  const { texts } = surface.context;
  if (code === 'limited') return text('signInLimited', { when: inText(texts, retryAfter || 60) });
  if (code === 'unavailable') return text('signInOff');
  if (code === 'forbidden' || code === 'invalid') return text('signInBadCode');
  return texts.get(code === 'offline' ? 'offline' : 'somethingBroke');
};

const Problem = (props: Props) => {
  const error = props.model.action.problem.value;
  return error && <Notice bad>{problemText(props, error)}</Notice>;
};

const EmailStep = (props: Props) => {
  const { model, text } = props;
  const field = useField();
  const id = useId();
  return (
    <form
      class="sign-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void model.ask();
      }}
    >
      <p class="soft">{text('signInLead')}</p>
      <label>
        <span>{text('signInEmail')}</span>
        <input
          ref={field}
          type="email"
          autocomplete="email"
          dir="ltr"
          maxLength={254}
          value={model.email.value}
          aria-invalid={model.isBadEmail.value}
          aria-describedby={id}
          onInput={(event) => {
            model.email.value = event.currentTarget.value;
          }}
        />
        {model.isBadEmail.value && (
          <span id={id} class="wrong" role="alert">
            {text('signInBadEmail')}
          </span>
        )}
      </label>
      <Problem {...props} />
      <button type="submit" class="primary" disabled={model.action.busy.value}>
        {text('signInSend')}
      </button>
    </form>
  );
};

const CodeStep = (props: Props) => {
  const { model, text } = props;
  const field = useField();
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        void model.enter();
      }}
    >
      <p role="status">{text('signInSent', { email: `\u2068${model.email.value.trim()}\u2069` })}</p>
      <label>
        <span>{text('signInCode')}</span>
        <input
          ref={field}
          class="code"
          inputMode="numeric"
          autocomplete="one-time-code"
          dir="ltr"
          maxLength={20}
          value={model.code.value}
          onInput={(event) => {
            model.code.value = event.currentTarget.value;
          }}
        />
      </label>
      <Problem {...props} />
      <span class="actions">
        <button type="submit" class="primary" disabled={model.action.busy.value}>
          {text('signInGo')}
        </button>
        <button
          type="button"
          class="text"
          onClick={() => {
            model.action.problem.value = null;
            model.step.value = 'email';
          }}
        >
          {text('signInOther')}
        </button>
      </span>
      <p class="soft">{text('signInHint')}</p>
    </form>
  );
};

/** One line at the end of home, that becomes a field for the address, and then one for the code. */
export const SignInForm = (props: Props) => {
  const { model, text } = props;
  if (model.step.value === 'email') return <EmailStep {...props} />;
  if (model.step.value === 'code') return <CodeStep {...props} />;
  return (
    <div class="sign-in">
      <button
        type="button"
        class="text"
        onClick={() => {
          model.step.value = 'email';
        }}
      >
        {text('signInOffer')}
      </button>
    </div>
  );
};
