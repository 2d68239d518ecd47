import { useEffect, useState } from 'preact/hooks';
import { acceptInvitation, readInvitation } from '../../../shared/console/routes.ts';
import type { WelcomeReply } from '../../../shared/console/schema.ts';
import { type Call, type CallError, asCallError } from '../../core/net/client.ts';
import { fill } from '../../core/text/fill.ts';
import { problemText } from '../failure.ts';
import { TextField } from '../../core/staff/fields.tsx';
import type { ConsoleTexts } from '../i18n.ts';
import { Frame } from './Frame.tsx';

const Form = ({ say, call }: { say: ConsoleTexts; call: Call }) => {
  const secret = location.hash.slice(1);
  const [invited, setInvited] = useState<WelcomeReply | null>(null);
  const [isOver, setOver] = useState(false);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const fail = (error: unknown): void => {
    const failure = asCallError(error);
    // What is no secret at all ended, too, for whoever holds it.
    if (failure.code === 'not_found' || failure.fields['secret']) setOver(true);
    else setProblem(failure);
  };
  useEffect(() => {
    call(readInvitation, { body: { secret } }).then((reply) => {
      setInvited(reply);
      setName(reply.name);
    }, fail);
  }, []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await call(acceptInvitation, { body: { secret, name, password } });
      location.assign(`/inbox${location.search}`);
    } catch (error) {
      fail(error);
      setBusy(false);
    }
  };
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
