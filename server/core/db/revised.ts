import type { Context } from '../../context.ts';
import { Failure, notFound } from '../http/failure.ts';
import type { Decisive, Queries, Statement } from './database.ts';

/** Somebody else wrote in between; `current` is what is there now, so that nothing has to be looked for. */
const overtaken = (current: unknown): Failure =>
  new Failure('conflict', 'Somebody changed this meanwhile.', { current });

/**
 * Refuses what was made on another revision than there is.
 * @param revision that of what is there, 0 where there is nothing; `read` is what the writer had
 * @throws Failure `conflict` with what is there now
 */
export const refuseOlder = async (
  revision: number,
  read: number,
  describe: () => Promise<unknown>,
): Promise<void> => {
  if (revision !== read) throw overtaken(await describe());
};

/**
 * Writes what staff made on a revision, and tells every machine. Its decisive statement changes that revision alone.
 * @param describe what is there now, or null
 * @throws Failure `conflict` when somebody was faster, `not_found` where there is nothing any more
 */
export const commitRevised = async (
  ctx: Pick<Context, 'database' | 'bus'>,
  event: { site: string; kind: string; subject: string },
  write: (tx: Queries) => (Statement | Decisive)[],
  describe: () => Promise<unknown>,
): Promise<void> => {
  const { site, ...what } = event;
  const { applied } = await ctx.database.commit({
    site,
    events: [{ ...what, audience: 'staff' }],
    write,
  });
  if (!applied) {
    const current = await describe();
    throw current ? overtaken(current) : notFound();
  }
};
