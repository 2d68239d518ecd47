import { sites } from '../../core/people/sites/tables.ts';
import { and, desc, eq } from 'drizzle-orm';
import { type History, type Saved, type SiteDocument, siteDocument } from '../../../shared/console/schema.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { check } from '../../core/http/validate.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { staff } from '../../core/people/staff/tables.ts';
import { changedPaths, shownChanges } from '../rules.ts';
import { settingsRevisions } from '../tables.ts';

export const documentOf = (site: Site): SiteDocument => ({
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

export const toSavedView = (ctx: Pick<Context, 'settings'>, site: Site): Saved => ({
  key: site.key,
  revision: site.revision,
  document: documentOf(site),
  defaults: { ...ctx.settings.defaults(), teamName: site.name },
});

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
        changes: before ? shownChanges(before.document, document) : [],
      };
    }),
  };
};

/**
 * Reads a stored revision, completed with what has been added since.
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
