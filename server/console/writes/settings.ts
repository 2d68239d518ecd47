import { sites } from '../../core/people/sites/tables.ts';
import { and, eq, lte } from 'drizzle-orm';
import { sameValue } from '../../../shared/console/changes.ts';
import type { RevisionKind, Saved, SiteDocument } from '../../../shared/console/schema.ts';
import type { Context } from '../../context.ts';
import { refuseUnknownImages } from '../../core/brand/known.ts';
import { refuseSlowPatterns } from '../../core/prompts/patterns.ts';
import { decisive, UniqueViolation } from '../../core/db/database.ts';
import { Failure } from '../../core/http/failure.ts';
import { claimAddresses, refuseTakenAddresses } from '../../core/mail/writes/addresses.ts';
import { siteChanged } from '../../core/people/sites/sites.ts';
import { keptRevisions } from '../rules.ts';
import { settingsRevisions } from '../tables.ts';
import { documentOf, readSite, toSavedView } from '../queries/settings.ts';

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
    return toSavedView(ctx, before);
  if (before.revision === given.revision && sameValue(documentOf(before), document))
    return toSavedView(ctx, before);
  await refuseUnknownImages(ctx, siteId, document.settings.brand);
  await refuseSlowPatterns(document.settings.prompts.notPages, 'settings.prompts.notPages');
  const addresses = document.settings.mail.addresses.map(({ address }) => address);
  await refuseTakenAddresses(ctx, siteId, addresses);
  const now = ctx.clock.now();
  const revision = given.revision + 1;
  const commit = ctx.database.commit({
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
      ...claimAddresses(tx, siteId, addresses),
    ],
  });
  const { applied } = await commit.catch(async (error: unknown) => {
    // Another site took an address at the same moment.
    if (error instanceof UniqueViolation) await refuseTakenAddresses(ctx, siteId, addresses);
    throw error;
  });
  if (!applied)
    throw new Failure('conflict', 'Someone else changed the settings in the meantime.', {
      current: toSavedView(ctx, await readSite(ctx, siteId)),
    });
  return toSavedView(ctx, await readSite(ctx, siteId));
};
