import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../core/staff/context.ts';
import type { CallError } from '../../core/net/client.ts';
import type { StaffSession } from './staffSession.ts';
import { LoginWays } from './LoginWays.tsx';
import { failureText, wrongAddressText } from '../../core/staff/failureText.ts';

/** Why a login is asked for; on an installation that nobody has an account on, how to begin. */
const Lead = ({ isAgain }: { isAgain: boolean | undefined }) => {
  const { texts } = useLanguage();
  if (document.querySelector('meta[name="foyer-fresh"]')) return <p class="notice">{texts.setupWaits}</p>;
  return <p class="quiet">{isAgain ? texts.sessionEnded : texts.loginLead}</p>;
};

/** A refusal in words; null for the password that fits and waits for its code. */
const problemText = (texts: ReturnType<typeof useLanguage>['texts'], problem: CallError | null) => {
  if (problem === null || problem.fields['code'] === 'required') return null;
  if (problem.fields['code']) return texts.codeFailed;
  return problem.code === 'unauthenticated' || problem.fields['email']
    ? texts.loginFailed
    : failureText(texts, problem);
};

/** @param isAgain over what somebody was doing when their session ended */
export const Login = ({ desk, isAgain }: { desk: StaffSession; isAgain?: boolean }) => {
  const { texts } = useLanguage();
  const [busy, setBusy] = useState(false);
  /** The password fitted, and a code is asked for. */
  const [asksCode, setAsksCode] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  // As soon as it stands: who types at once, types into it.
  useLayoutEffect(() => (asksCode ? code : isAgain ? password : email).current?.focus(), [asksCode]);
  const problem = desk.problem.value;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await desk.logIn(
      email.current?.value.trim() ?? '',
      password.current?.value ?? '',
      code.current?.value.trim() || undefined,
    );
    setBusy(false);
    const refused = desk.problem.value?.fields['code'];
    if (refused) setAsksCode(true);
    (refused ? code : password).current?.select();
  };
  const words = wrongAddressText(texts) ?? problemText(texts, problem);
  const Ground = isAgain ? 'div' : 'main';
  return (
    <Ground class="login">
      <form onSubmit={submit}>
        <h1>Foyer</h1>
        <Lead isAgain={isAgain} />
        <label for="email">{texts.email}</label>
        <input
          id="email"
          ref={email}
          type="email"
          autocomplete="username"
          defaultValue={isAgain ? desk.me.value?.email : ''}
          required
        />
        <label for="password">{texts.password}</label>
        <input id="password" ref={password} type="password" autocomplete="current-password" required />
        {asksCode && (
          <>
            <label for="code">{texts.code}</label>
            <input
              id="code"
              ref={code}
              type="text"
              dir="ltr"
              autocomplete="one-time-code"
              aria-describedby="code-hint"
              required
            />
            <p id="code-hint" class="quiet">
              {texts.codeHint}
            </p>
          </>
        )}
        <p class="wrong" role="alert">
          {words}
        </p>
        <button type="submit" class="primary" disabled={busy}>
          {texts.logIn}
        </button>
        <a class="forgotten" href={`/inbox/reset${location.search}`}>
          {texts.forgotten}
        </a>
        <LoginWays desk={desk} />
      </form>
    </Ground>
  );
};
