import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { fingerprint } from '../core/people/secrets.ts';
import { voteFor } from '../ideas/behalf.ts';
import { setStatus } from '../ideas/moderating.ts';
import { slugOf } from '../ideas/rules.ts';
import { insertIdea } from '../ideas/writes/ideas.ts';
import { recount } from '../ideas/writes/votes.ts';
import { ideas } from './content/ideas.ts';
import { atTime, idFor } from './time.ts';

const day = 24 * 3_600_000;

/** Ideas of the demo's customers in every status, with some that were asked for in conversations. */
export const seedIdeas = async (
  ctx: Context,
  site: Site,
  staff: ReadonlyMap<string, string>,
): Promise<void> => {
  const now = ctx.clock.now();
  const [staffId] = staff.values();
  const by = assertPresent(staffId, 'the demo’s staff come first');
  for (const { key, title, details, name, votes, daysAgo, waits, steps, askedIn } of ideas) {
    const id = idFor(`idea ${key}`);
    const createdAt = now - daysAgo * day;
    const rich = await ctx.renderer.render(details, { site: site.id, person: key });
    await ctx.database.commit({
      site: site.id,
      events: [{ kind: 'idea.changed', subject: id, audience: 'staff' }],
      write: (tx) => [
        insertIdea(tx, {
          siteId: site.id,
          id,
          title,
          details,
          rich,
          language: 'en',
          slug: slugOf(title),
          authorKind: 'visitor',
          // Of people who are long gone: their votes count on.
          authorId: null,
          authorName: name,
          verified: false,
          state: waits ? 'waiting' : 'public',
          reason: waits ? 'always' : null,
          baseVotes: votes,
          createdAt,
          updatedAt: createdAt,
          fingerprint: fingerprint(title, details, name),
        }),
        recount(tx, site.id, id),
      ],
    });
    for (const [place, { status, note, daysAgo: then }] of steps.entries())
      await setStatus(atTime(ctx, now - then * day), site, by, id, {
        id: idFor(`idea ${key} ${place}`),
        status,
        note: note.replaceAll('](/', `](${ctx.config.publicUrl}/`),
      });
    for (const conversation of askedIn)
      if (await findConversation(ctx, site.id, idFor(conversation)))
        await voteFor(ctx, site, by, idFor(conversation), id);
  }
};
