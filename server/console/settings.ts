import { sites } from '../core/people/sites/tables.ts';
import { and, desc, eq, lte } from 'drizzle-orm';
import { sameValue } from '../../shared/console/changes.ts';
import {
  type History,
  type RevisionKind,
  type Saved,
  type SiteDocument,
  siteDocument,
} from '../../shared/console/schema.ts';
import type { Context } from '../context.ts';
import { refuseSlowPatterns } from '../core/prompts/patterns.ts';
import { decisive } from '../core/db/database.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { check } from '../core/http/validate.ts';
import { type Site, siteChanged } from '../core/people/sites/sites.ts';
import { staff } from '../core/people/staff/tables.ts';
import { changedPaths, keptRevisions } from './rules.ts';
import { settingsRevisions } from './tables.ts';

const documentOf = (site: Site): SiteDocument => ({
  name: site.name,
  origins: site.origins,
  settings: site.settings,
});

/** The site as it is now, past every cache. */
export const readSite = async (ctx: Context, siteId: string): Promise<Site> => {
  const [site] = await ctx.database.read.select().from(sites).where(eq(sites.id, siteId)).limit(1);
  if (!site) throw notFound();
  return { ...site, settings: ctx.settings.complete(site.settings) };
};

export const describeSaved = (ctx: Pick<Context, 'settings'>, site: Site): Saved => ({
  key: site.key,
  revision: site.revision,
  document: documentOf(site),
  defaults: { ...ctx.settings.defaults(), teamName: site.name },
});

/**
 * Writes a new revision on the one that it was made on, keeps what was there, and tells every machine.
 * @throws Failure `conflict` with what is there now, when somebody else was faster
 */
export const writeRevision = async (
  ctx: Context,
  siteId: string,
  given: { revision: number; document: SiteDocument; kind: RevisionKind; staffId: string },
): Promise<Saved> => {
  const before = await readSite(ctx, siteId);
  const { document } = given;
  // The first answer was lost and the same is sent again: it is there already.
  if (before.revision === given.revision + 1 && sameValue(documentOf(before), document))
    return describeSaved(ctx, before);
  if (before.revision === given.revision && sameValue(documentOf(before), document))
    return describeSaved(ctx, before);
  await refuseSlowPatterns(document.settings.prompts.notPages, 'settings.prompts.notPages');
  const now = ctx.clock.now();
  const revision = given.revision + 1;
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [{ kind: siteChanged, subject: siteId, audience: 'staff' }],
    write: (tx) => [
      decisive(
        tx
          .update(sites)
          .set({ name: document.name, origins: document.origins, settings: document.settings, revision })
          .where(and(eq(sites.id, siteId), eq(sites.revision, given.revision))),
      ),
      tx
        .insert(settingsRevisions)
        .values({
          siteId,
          revision: given.revision,
          document: documentOf(before),
          kind: 'start',
          staffId: null,
          at: before.createdAt,
        })
        .onConflictDoNothing(),
      tx
        .insert(settingsRevisions)
        .values({ siteId, revision, document, kind: given.kind, staffId: given.staffId, at: now }),
      tx
        .delete(settingsRevisions)
        .where(
          and(
            eq(settingsRevisions.siteId, siteId),
            lte(settingsRevisions.revision, revision - keptRevisions),
          ),
        ),
    ],
  });
  if (!applied)
    throw new Failure('conflict', 'Someone else changed the settings in the meantime.', {
      current: describeSaved(ctx, await readSite(ctx, siteId)),
    });
  return describeSaved(ctx, await readSite(ctx, siteId));
};

/** A site's kept revisions, the newest first, with what each changed. */
export const readHistory = async (ctx: Context, siteId: string): Promise<History> => {
  const rows = await ctx.database.read
    .select({
      revision: settingsRevisions.revision,
      at: settingsRevisions.at,
      kind: settingsRevisions.kind,
      document: settingsRevisions.document,
      by: staff.name,
    })
    .from(settingsRevisions)
    .leftJoin(staff, eq(staff.id, settingsRevisions.staffId))
    .where(eq(settingsRevisions.siteId, siteId))
    .orderBy(desc(settingsRevisions.revision));
  return {
    revisions: rows.map(({ revision, at, kind, document, by }, index) => {
      const before = rows[index + 1];
      return {
        revision,
        at,
        by,
        kind,
        changed: before ? changedPaths(before.document, document) : [],
      };
    }),
  };
};

/**
 * What a kept revision held, completed with what has been added since.
 * @throws Failure `not_found`, or `invalid` when it breaks a rule that came later
 */
export const readRevision = async (ctx: Context, siteId: string, revision: number): Promise<SiteDocument> => {
  const [row] = await ctx.database.read
    .select({ document: settingsRevisions.document })
    .from(settingsRevisions)
    .where(and(eq(settingsRevisions.siteId, siteId), eq(settingsRevisions.revision, revision)))
    .limit(1);
  if (!row) throw notFound();
  return check(siteDocument(ctx.settings.schema), {
    ...row.document,
    settings: ctx.settings.complete(row.document.settings),
  });
};
