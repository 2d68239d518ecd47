import { useEffect, useState } from 'preact/hooks';
import { readInvitation } from '../../../shared/console/routes.ts';
import type { WelcomeReply } from '../../../shared/console/schema.ts';
import { getMe } from '../../../shared/core/people/staffRoutes.ts';
import { type Call, type CallError, asCallError } from '../../core/net/client.ts';
import { problemText } from '../failure.ts';
import type { ConsoleTexts } from '../i18n.ts';
import { Frame } from './Frame.tsx';
import { FirstPassword } from './FirstPassword.tsx';
import { JoinByLogin } from './JoinByLogin.tsx';

/** True for what an invitation that ended answers: what is no secret at all ended, too, for whoever holds it. */
const saysOver = (failure: CallError): boolean =>
  failure.code === 'not_found' || failure.fields['secret'] !== undefined;

const enter = (): void => location.assign(`/inbox${location.search}`);

const Form = ({ texts, call }: { texts: ConsoleTexts; call: Call }) => {
  const secret = location.hash.slice(1);
  const [invited, setInvited] = useState<WelcomeReply | null>(null);
  /** Whether the person logged in here is the invited one. */
  const [isOwn, setOwn] = useState(false);
  /** The password that they chose opens no account: there was one before. */
  const [isKnown, setKnown] = useState(false);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const fail = (error: unknown): void => {
    const failure = asCallError(error);
    if (saysOver(failure)) setOver(true);
    else setProblem(failure);
  };
  const read = async (): Promise<void> => {
    const reply = await call(readInvitation, { body: { secret } });
    const me = await call(getMe, {}).catch(() => null);
    setOwn(me?.email === reply.email);
    setInvited(reply);
  };
  useEffect(() => void read().catch(fail), []);
  if (isOver)
    return (
      <main class="login">
        <h1>{texts.linkOver}</h1>
        <p>{texts.linkOverLead}</p>
        <a href="/inbox">{texts.logIn}</a>
      </main>
    );
  const Steps = isOwn || isKnown || invited?.hasAccount ? JoinByLogin : FirstPassword;
  return (
    <main class="login">
      {invited ? (
        <Steps
          call={call}
          secret={secret}
          invited={invited}
          isOwn={isOwn}
          onIn={enter}
          onKnown={() => {
            setProblem(null);
            setKnown(true);
          }}
          onProblem={fail}
          problem={problem}
        />
      ) : (
        <p role="status" class={problem ? 'wrong' : 'quiet'}>
          {problem ? problemText(texts, problem) : texts.loading}
        </p>
      )}
    </main>
  );
};

/** Where an invitation's link leads: a name and a password, or the account that is there, and in. */
export const Welcome = ({ tag, call }: { tag: string; call: Call }) => (
  <Frame tag={tag}>{(texts) => <Form texts={texts} call={call} />}</Frame>
);
