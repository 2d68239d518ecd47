import * as contract from '../../shared/sites/routes.ts';
import * as schema from '../../shared/sites/schema.ts';
import type { Context } from '../context.ts';
import { Failure, idOf, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { planJob } from '../core/jobs/queries.ts';
import { createSite } from '../core/people/sites/writes.ts';
import { prove } from '../core/people/staff/prove.ts';
import type { Session } from '../core/people/staff/staff.ts';
import { recordAudit } from '../core/people/staff/writes.ts';
import { listSitesOf } from './queries.ts';
import { purgeKind } from '../core/people/sites/sites.ts';
import { maxOwned, undoTime } from './rules.ts';
import { insertOwner, setSiteState, siteEvent } from './writes.ts';

const forOwners = {
  access: 'staff',
  rate: 'staff',
  role: 'owner',
  scope: null,
  person: 'Whether a site goes on is for a person to say.',
} as const;
const forThemselves = { access: 'session', rate: 'staff', reply: schema.ownSites } as const;

const viewSites = async (ctx: Context, session: Session): Promise<schema.OwnSites> => {
  const rows = await listSitesOf(ctx, session);
  const owned = rows.filter(({ role, deletedAt }) => role === 'owner' && deletedAt === null).length;
  const now = ctx.clock.now();
  return {
    sites: rows.flatMap(({ deletedAt, ...row }) => {
      // For others it's gone at once; for whoever can undo it until that is over.
      if (deletedAt !== null && (row.role !== 'owner' || deletedAt + undoTime <= now)) return [];
      return [{ ...row, undoUntil: deletedAt === null ? null : deletedAt + undoTime }];
    }),
    mayCreate: session.vouchedBy === null && owned > 0 && owned < maxOwned,
  };
};

const mountOwnSites = (api: Api): void => {
  mount(
    api,
    contract.listOwnSites,
    {
      ...forThemselves,
      operationId: 'listOwnSites',
      summary: 'List your sites, archived and just deleted ones too',
    },
    ({ ctx, session }) => viewSites(ctx, session),
  );

  mount(
    api,
    contract.postSite,
    {
      ...forThemselves,
      body: schema.newSite,
      operationId: 'createSite',
      summary: 'Create another site and become its owner',
    },
    async ({ ctx, session, body: { id, key, name } }) => {
      const before = await viewSites(ctx, session);
      if (before.sites.some((one) => one.site === id && one.key === key)) return before;
      if (!before.mayCreate) throw new Failure('forbidden', 'Only owners create sites, and up to 50.');
      if ((await createSite(ctx, { id, key, name, origins: [] })) === null)
        throw new Failure('conflict', 'This key is already taken.', { fields: { key: 'taken' } });
      await ctx.database.write((tx) => [insertOwner(tx, id, session.staff.id, ctx.clock.now())]);
      await recordAudit(ctx, [id], session.staff.id, 'POST /api/staff/sites');
      return viewSites(ctx, session);
    },
  );

  mount(
    api,
    contract.postRestore,
    {
      ...forThemselves,
      operationId: 'restoreSite',
      summary: 'Undo the deletion of a site, within seven days',
    },
    async ({ ctx, session, parameter }) => {
      const id = idOf(parameter('site'));
      const { sites } = await viewSites(ctx, session);
      const site = sites.find((one) => one.site === id && one.role === 'owner');
      if (!site) throw notFound();
      if (site.undoUntil !== null) {
        await ctx.database.commit({
          site: id,
          events: [siteEvent(id)],
          write: (tx) => [setSiteState(tx, id, { deletedAt: null })],
        });
        ctx.sites.forget(id);
        await recordAudit(ctx, [id], session.staff.id, 'POST /api/staff/sites/:site/restore');
      }
      return viewSites(ctx, session);
    },
  );
};

const mountEnds = (api: Api): void => {
  mount(
    api,
    contract.postArchive,
    {
      ...forOwners,
      body: schema.archiveBody,
      reply: schema.ownSites,
      operationId: 'archiveSite',
      summary: 'Archive a site: visitors don’t find it any more, the team does; or open it again',
    },
    async ({ ctx, site, session, body: { archived } }) => {
      if (archived !== (site.archivedAt !== null))
        await ctx.database.commit({
          site: site.id,
          events: [siteEvent(site.id)],
          write: (tx) => [setSiteState(tx, site.id, { archivedAt: archived ? ctx.clock.now() : null })],
        });
      ctx.sites.forget(site.id);
      return viewSites(ctx, session);
    },
  );

  mount(
    api,
    contract.postDelete,
    {
      ...forOwners,
      body: schema.deleteBody,
      reply: schema.ownSites,
      maxBytes: 8_192,
      operationId: 'deleteSite',
      summary: 'Delete a site, by its typed name; seven days to undo',
    },
    async ({ ctx, site, session, address, body: { name, proof } }) => {
      if (name.trim().normalize('NFC') !== site.name.normalize('NFC'))
        throw new Failure('invalid', 'This isn’t the site’s name.', { fields: { name: 'invalid' } });
      const own = await viewSites(ctx, session);
      // Somebody has to be able to log in and undo it.
      if (!own.sites.some((one) => one.site !== site.id && one.undoUntil === null))
        throw new Failure('forbidden', 'This is your only site. Create another one first.');
      await prove(ctx, session, address, proof);
      const now = ctx.clock.now();
      await ctx.database.commit({
        site: site.id,
        events: [siteEvent(site.id)],
        write: (tx) => [
          setSiteState(tx, site.id, { deletedAt: now }),
          planJob(
            tx,
            site.id,
            { kind: purgeKind, key: String(now), payload: { deletedAt: now }, runAt: now + undoTime },
            now,
          ),
        ],
      });
      ctx.sites.forget(site.id);
      return viewSites(ctx, session);
    },
  );
};

/** Routes by which sites are made, archived and deleted. */
export const mountSites = (api: Api): void => {
  mountOwnSites(api);
  mountEnds(api);
};
