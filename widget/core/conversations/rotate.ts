import { rotateSecret } from '../../../shared/core/conversations/routes.ts';
import { newSecret } from '../../../shared/core/ids.ts';
import { CallError } from '../net/client.ts';
import type { Session } from '../net/session.ts';

/** Maximum age of a secret before it is replaced, milliseconds. */
const maxSecretAge = 7 * 86_400_000;

/** Replaces a secret that was used for long; harmless when it fails, and done again then. */
export const rotate = async (session: Session, now: number): Promise<void> => {
  const stored = session.stored();
  if (!stored || (now - stored.at < maxSecretAge && !stored.next)) return;
  // Stored before it is told: if the answer is lost, one of the two is known to work.
  const next = stored.next ?? newSecret();
  session.store({ ...stored, next });
  try {
    await session.call(rotateSecret, { body: { secret: next } });
  } catch (error) {
    if (!(error instanceof CallError && error.code === 'unauthenticated' && stored.next)) return;
  }
  session.store({ secret: next, at: now });
};
