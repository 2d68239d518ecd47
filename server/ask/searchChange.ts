import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Queries, Statement } from '../core/db/database.ts';

/** Synonyms, and pins, that a site has at the most: every search looks at all of them. */
export const mostOfAKind = 200;

/** Writes what concerns the search of a site, and tells its index. */
export const change = async (
  ctx: Context,
  site: Site,
  kind: string,
  subjects: string[],
  write: (tx: Queries) => Statement[],
): Promise<void> => {
  await ctx.database.commit({
    site: site.id,
    events: subjects.map((subject) => ({ kind, subject, audience: 'staff' as const })),
    write,
  });
};

export const tooMany = () => new Failure('conflict', `A site has at most ${mostOfAKind} of these.`);
