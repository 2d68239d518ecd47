import { useState } from 'preact/hooks';
import { joinSite } from '../../../shared/console/routes.ts';
import { login } from '../../../shared/core/people/staffRoutes.ts';
import type { CallError } from '../../core/net/client.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { problemText } from '../failure.ts';
import type { ConsoleTexts } from '../i18n.ts';
import type { WelcomeSteps } from './welcomeSteps.ts';

const loginText = (texts: ConsoleTexts, problem: CallError): string | null => {
  const code = problem.fields['code'];
  if (code) return code === 'required' ? null : texts.codeFailed;
  return problem.code === 'unauthenticated' ? texts.loginFailed : problemText(texts, problem);
};

/** Accepting with the account of the address: logging in shows whose it is. */
export const JoinByLogin = ({ call, secret, invited, isOwn, problem, onIn, onProblem }: WelcomeSteps) => {
  const { texts } = useTexts();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const asksCode = problem?.fields['code'] !== undefined;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      if (!isOwn)
        await call(login, {
          body: { email: invited.email, password, ...(code.trim() && { code: code.trim() }) },
        });
      await call(joinSite, { body: { secret } });
      onIn();
    } catch (error) {
      onProblem(error);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      <h1>{fill(texts.welcome, { site: invited.site })}</h1>
      {!isOwn && (
        <>
          <p class="quiet">{fill(texts.joinLead, { email: invited.email })}</p>
          <input type="email" autocomplete="username" value={invited.email} hidden readOnly />
          <TextField
            label={texts.password}
            type="password"
            value={password}
            required
            autocomplete="current-password"
            onValue={setPassword}
          />
        </>
      )}
      {asksCode && (
        <TextField
          label={texts.code}
          hint={texts.codeHint}
          value={code}
          required
          dir="ltr"
          autocomplete="one-time-code"
          onValue={setCode}
        />
      )}
      <p class="wrong" role="alert">
        {problem && loginText(texts, problem)}
      </p>
      <button type="submit" class="primary" disabled={busy}>
        {isOwn ? texts.joinNow : texts.join}
      </button>
      {!isOwn && (
        <a class="forgotten" href={`/inbox/reset${location.search}`}>
          {texts.forgotten}
        </a>
      )}
    </form>
  );
};
