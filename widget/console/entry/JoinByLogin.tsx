import { useState } from 'preact/hooks';
import { joinSite } from '../../../shared/console/routes.ts';
import { login } from '../../../shared/core/people/staffRoutes.ts';
import type { CallError } from '../../core/net/client.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useWords } from '../context.ts';
import { problemText } from '../failure.ts';
import type { ConsoleTexts } from '../i18n.ts';
import type { WelcomeSteps } from './welcomeSteps.ts';

const loginText = (say: ConsoleTexts, problem: CallError): string | null => {
  const code = problem.fields['code'];
  if (code) return code === 'required' ? null : say.codeFailed;
  return problem.code === 'unauthenticated' ? say.loginFailed : problemText(say, problem);
};

/** Accepting with the account of the address: logging in shows whose it is. */
export const JoinByLogin = ({ call, secret, invited, isOwn, problem, onIn, onProblem }: WelcomeSteps) => {
  const { say } = useWords();
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
      <h1>{fill(say.welcome, { site: invited.site })}</h1>
      {!isOwn && (
        <>
          <p class="quiet">{fill(say.joinLead, { email: invited.email })}</p>
          <input type="email" autocomplete="username" value={invited.email} hidden readOnly />
          <TextField
            label={say.password}
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
          label={say.code}
          hint={say.codeHint}
          value={code}
          required
          dir="ltr"
          autocomplete="one-time-code"
          onValue={setCode}
        />
      )}
      <p class="wrong" role="alert">
        {problem && loginText(say, problem)}
      </p>
      <button type="submit" class="primary" disabled={busy}>
        {isOwn ? say.joinNow : say.join}
      </button>
      {!isOwn && (
        <a class="forgotten" href={`/inbox/reset${location.search}`}>
          {say.forgotten}
        </a>
      )}
    </form>
  );
};
