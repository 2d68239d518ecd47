import { rotateSecret } from '../../../shared/core/conversations/routes.ts';
import { newSecret } from '../../../shared/core/ids.ts';
import { CallError } from '../net/client.ts';
import type { Session } from '../net/session.ts';

/** After so long a secret is replaced, milliseconds. */
const longestUse = 7 * 86_400_000;

/** Replaces a secret that was used for long; harmless when it fails, and done again then. */
export const rotate = async (session: Session, now: number): Promise<void> => {
  const kept = session.kept();
  if (!kept || (now - kept.at < longestUse && !kept.next)) return;
  // Kept before it is told: if the answer is lost, one of the two is known to work.
  const next = kept.next ?? newSecret();
  session.keep({ ...kept, next });
  try {
    await session.call(rotateSecret, { body: { secret: next } });
  } catch (error) {
    if (!(error instanceof CallError && error.code === 'unauthenticated' && kept.next)) return;
  }
  session.keep({ secret: next, at: now });
};
