import { useState } from 'preact/hooks';
import { acceptInvitation, joinSite } from '../../../shared/console/routes.ts';
import { login } from '../../../shared/core/people/staffRoutes.ts';
import { asCallError } from '../../core/net/client.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { problemText } from '../failure.ts';
import type { WelcomeSteps } from './welcomeSteps.ts';

/** Accepting with a name and a first password. Whether there is an account already shows when they log in with it. */
export const FirstPassword = ({ call, secret, invited, problem, onIn, onKnown, onProblem }: WelcomeSteps) => {
  const { texts } = useTexts();
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await call(acceptInvitation, { body: { secret, name, password } });
      const isIn = await call(login, { body: { email: invited.email, password } }).then(
        () => true,
        (error: unknown) => {
          if (asCallError(error).code !== 'unauthenticated') throw error;
          return false;
        },
      );
      if (!isIn) return onKnown();
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
      <p class="quiet">{fill(texts.welcomeLead, { email: invited.email })}</p>
      <input type="email" autocomplete="username" value={invited.email} hidden readOnly />
      <TextField
        label={texts.personName}
        value={name}
        maxLength={80}
        required
        dir="auto"
        autocomplete="name"
        refused={problem?.fields['name']}
        onValue={setName}
      />
      <TextField
        label={texts.password}
        hint={texts.passwordHint}
        type="password"
        value={password}
        minLength={10}
        required
        autocomplete="new-password"
        refused={problem?.fields['password']}
        onValue={setPassword}
      />
      <p class="wrong" role="alert">
        {problem && problemText(texts, problem)}
      </p>
      <button type="submit" class="primary" disabled={busy}>
        {texts.enter}
      </button>
    </form>
  );
};
