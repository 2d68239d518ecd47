import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';

export const wrong = (field: string): Failure =>
  new Failure('invalid', 'This does not fit.', { fields: { [field]: 'invalid' } });

/** Ends the streams of sessions that are over. */
export const revokeStreams = (ctx: Context, ended: readonly string[]): void => {
  for (const hash of ended) ctx.live.revoke(hash);
};
