import type { Call } from '../../core/net/client.ts';
import { fill } from '../../core/text/fill.ts';
import { problemText } from '../failure.ts';
import { TextField } from '../../core/staff/fields.tsx';
import type { ConsoleTexts } from '../i18n.ts';
import { Frame } from './Frame.tsx';
import { useInvitation } from './useInvitation.ts';

const Form = ({ say, call }: { say: ConsoleTexts; call: Call }) => {
  const invitation = useInvitation(call);
  const { invited, isOver, name, setName, password, setPassword, busy, problem, submit } = invitation;
  if (isOver)
    return (
      <main class="login">
        <h1>{say.linkOver}</h1>
        <p>{say.linkOverLead}</p>
        <a href="/inbox">{say.logIn}</a>
      </main>
    );
  return (
    <main class="login">
      {invited ? (
        <form onSubmit={submit}>
          <h1>{fill(say.welcome, { site: invited.site })}</h1>
          <p class="quiet">{fill(say.welcomeLead, { email: invited.email })}</p>
          <input type="email" autocomplete="username" value={invited.email} hidden readOnly />
          <TextField
            label={say.personName}
            value={name}
            maxLength={80}
            required
            dir="auto"
            autocomplete="name"
            refused={problem?.fields['name']}
            onValue={setName}
          />
          <TextField
            label={say.password}
            hint={say.passwordHint}
            type="password"
            value={password}
            minLength={10}
            required
            autocomplete="new-password"
            refused={problem?.fields['password']}
            onValue={setPassword}
          />
          <p class="wrong" role="alert">
            {problem && problemText(say, problem)}
          </p>
          <button type="submit" class="primary" disabled={busy}>
            {say.enter}
          </button>
        </form>
      ) : (
        <p role="status" class={problem ? 'wrong' : 'quiet'}>
          {problem ? problemText(say, problem) : say.loading}
        </p>
      )}
    </main>
  );
};

/** Where an invitation's link leads: a name, a password, in. */
export const Welcome = ({ tag, call }: { tag: string; call: Call }) => (
  <Frame tag={tag}>{(say) => <Form say={say} call={call} />}</Frame>
);
