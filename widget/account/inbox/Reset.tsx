import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { postAskReset, postFinishReset } from '../../../shared/account/routes.ts';
import { asCallError, type Call, type CallError } from '../../core/net/client.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { failureText } from '../../core/staff/failureText.ts';

/** The way back in: asks for a link by mail; with the link, for a new password. */
export const Reset = ({ call }: { call: Call; tag: string }) => {
  const { texts } = useLanguage();
  // In the fragment, which no server is sent and no log holds.
  const [secret] = useState(() => location.hash.slice(1));
  const field = useRef<HTMLInputElement>(null);
  const [isDone, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  useLayoutEffect(() => {
    if (secret) history.replaceState(null, '', location.pathname + location.search);
    field.current?.focus();
  }, []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const value = field.current?.value ?? '';
      if (secret) await call(postFinishReset, { body: { secret, password: value } });
      else await call(postAskReset, { body: { email: value.trim() } });
      setDone(true);
    } catch (error) {
      setProblem(asCallError(error));
    }
    setBusy(false);
  };
  const isOver = problem?.code === 'not_found' || problem?.fields['secret'] !== undefined;
  return (
    <main class="login">
      <form onSubmit={submit}>
        <h1>{texts.resetTitle}</h1>
        {isDone ? (
          <p role="status">{secret ? texts.resetFinished : texts.resetSent}</p>
        ) : (
          <>
            <p class="quiet">{secret ? texts.resetChoose : texts.resetLead}</p>
            {secret ? (
              <>
                <label for="reset-password">{texts.password}</label>
                <input
                  id="reset-password"
                  ref={field}
                  type="password"
                  autocomplete="new-password"
                  minLength={10}
                  required
                />
              </>
            ) : (
              <>
                <label for="reset-email">{texts.email}</label>
                <input id="reset-email" ref={field} type="email" autocomplete="username" required />
              </>
            )}
            <p class="wrong" role="alert">
              {problem && (isOver ? texts.resetOver : failureText(texts, problem))}
            </p>
            <button type="submit" class="primary" disabled={busy}>
              {secret ? texts.resetSave : texts.resetAsk}
            </button>
          </>
        )}
        <a class="forgotten" href={`/inbox${location.search}`}>
          {texts.backToLogin}
        </a>
      </form>
    </main>
  );
};
