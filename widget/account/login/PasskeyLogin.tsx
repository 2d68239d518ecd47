import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { useEffect, useState } from 'preact/hooks';
import { postPasskeyChallenge, postPasskeyLogin } from '../../../shared/account/passkeys/routes.ts';
import { asCallError, CallError } from '../../core/net/client.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import type { LoginProps } from '../../core/staff/feature.ts';
import { loadTexts } from '../../core/staff/textLoaders.ts';
import { type LoginTexts, loginTexts } from './texts.ts';

/** Logging in by a passkey: the browser asks which, nobody types an address. */
export const PasskeyLogin = ({ call, tag, onLoggedIn }: LoginProps) => {
  const { texts: inboxTexts } = useLanguage();
  const [texts, setTexts] = useState<LoginTexts | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    // Without its texts there's no button, and the password still works.
    loadTexts(loginTexts, tag).then(
      (found) => setTexts(found),
      () => setProblem(inboxTexts.offline),
    );
  }, [tag]);
  const refusal = (found: LoginTexts, error: unknown): string => {
    const { code } = asCallError(error);
    if (code === 'unauthenticated') return found.unknown;
    return code === 'forbidden' ? found.copied : failureText(inboxTexts, asCallError(error));
  };
  const logIn = async (found: LoginTexts): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      const optionsJSON = await call(postPasskeyChallenge, {});
      // The browser's own answer to "not now", no passkey and no time left is the same, on purpose.
      const signed = await startAuthentication({ optionsJSON }).catch(() => null);
      if (!signed) setProblem(found.cancelled);
      else onLoggedIn(await call(postPasskeyLogin, { body: { credential: signed } }));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setProblem(refusal(found, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {texts && browserSupportsWebAuthn() && (
        <button type="button" class="other-way" disabled={busy} onClick={() => void logIn(texts)}>
          {texts.passkey}
        </button>
      )}
      <p class="wrong" role="alert">
        {problem}
      </p>
    </>
  );
};
