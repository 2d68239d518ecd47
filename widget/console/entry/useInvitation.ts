import { useEffect, useState } from 'preact/hooks';
import { acceptInvitation, readInvitation } from '../../../shared/console/routes.ts';
import type { WelcomeReply } from '../../../shared/console/schema.ts';
import { asCallError, type Call, type CallError } from '../../core/net/client.ts';

/** The invitation that the address names: who is invited, and how it is accepted. */
export const useInvitation = (call: Call) => {
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
  return { invited, isOver, name, setName, password, setPassword, busy, problem, submit };
};
