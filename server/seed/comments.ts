import { assertPresent } from '../core/assertPresent.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Context } from '../context.ts';
import { identifyPage } from '../comments/identity.ts';
import { insertComment, insertPage, recount } from '../comments/writes/comments.ts';
import { derivedId } from '../core/derivedId.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { articleComments, type SeedComment } from './content/comments.ts';
import { people } from './content/people.ts';

const hour = 3_600_000;

/** Adds what the demo's readers said under the journal's article: threads, answers of the team, some that wait. */
export const seedComments = async (
  ctx: Context,
  site: Site,
  now: number,
  staff: ReadonlyMap<string, string>,
): Promise<void> => {
  const identity = assertPresent(
    identifyPage(site.settings.comments.page, `${ctx.config.publicUrl}/demo/article.html`),
    'the demo’s page has an address',
  );
  const pageId = derivedId(site.id, `comments ${identity.key}`);
  const idFor = (key: string) => derivedId(site.id, `demo comment ${key}`);
  const rootOf = ({ key, under }: SeedComment): string => {
    const above = articleComments.find((one) => one.key === under);
    return above ? rootOf(above) : key;
  };
  const rendered = await Promise.all(
    articleComments.map(({ body }) => ctx.renderer.render(body, { site: site.id, person: 'seed' })),
  );
  await ctx.database.commit({
    site: site.id,
    events: [{ kind: 'comment.added', subject: pageId, audience: 'staff' }],
    write: (tx, seq) => [
      insertPage(tx, {
        siteId: site.id,
        id: pageId,
        key: identity.key,
        url: identity.url,
        title: 'What 41,000 kilometres do to a bicycle',
        open: null,
        count: 0,
        seq,
        createdAt: now - 700 * hour,
      }),
      ...articleComments.map((comment, index) => {
        const { key, under, hours, by, name, up = 0, body, waits, reports = 0 } = comment;
        return insertComment(tx, {
          siteId: site.id,
          id: idFor(key),
          pageId,
          parentId: under === undefined ? null : idFor(under),
          rootId: idFor(rootOf(comment)),
          state: waits ? 'pending' : 'approved',
          reason: waits ?? null,
          authorKind: by ? 'staff' : 'visitor',
          authorId: by ? (staff.get(by) ?? null) : null,
          name: by ? (people.find((person) => person.key === by)?.name ?? '') : name,
          email: null,
          verified: by !== undefined,
          body,
          rich: assertPresent(rendered[index], 'each was rendered'),
          files: null,
          language: 'en',
          up,
          down: 0,
          baseUp: up,
          baseDown: 0,
          vetted: false,
          reports,
          replies: 0,
          seq: waits ? 0 : seq,
          createdAt: now - hours * hour,
          fingerprint: fingerprint(key),
        });
      }),
      ...recount(
        tx,
        site.id,
        pageId,
        articleComments.filter(({ under }) => under === undefined).map(({ key }) => idFor(key)),
        seq,
      ),
    ],
  });
};
