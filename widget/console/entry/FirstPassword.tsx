import { useState } from 'preact/hooks';
import { acceptInvitation } from '../../../shared/console/routes.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { problemText } from '../failure.ts';
import type { WelcomeSteps } from './welcomeSteps.ts';

/** Accepting without an account: a name, a password. */
export const FirstPassword = ({ call, secret, invited, problem, onIn, onProblem }: WelcomeSteps) => {
  const { texts } = useTexts();
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await call(acceptInvitation, { body: { secret, name, password } });
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
