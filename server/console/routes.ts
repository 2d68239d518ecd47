import { writeRevision } from './writes/settings.ts';
import type { z } from 'zod';
import * as contract from '../../shared/console/routes.ts';
import * as schema from '../../shared/console/schema.ts';
import { listChanges } from '../../shared/console/changes.ts';
import { ourLanguage } from '../../shared/core/languages.ts';
import type { SiteSettings } from '../../shared/siteSettings.ts';
import type { Context } from '../context.ts';
import { withoutUnknownImages } from '../core/brand/known.ts';
import { Failure } from '../core/http/failure.ts';
import { isAllowedOrigin } from '../core/http/guard.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { check } from '../core/http/validate.ts';
import { pageLocales } from '../core/pages/texts.ts';
import { listReports, type WidgetReport } from '../core/reports/queries.ts';
import { toSavedView, readHistory, readRevision, readSite } from './queries/settings.ts';

/** Largest settings: twenty languages of four hundred texts are the most that a document can hold. */
const maxBytes = 4 * 1024 * 1024;

const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;

/** An owner's key beside each of our own texts of the public pages. */
const pageTextsOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pageLocales[ourLanguage(tag) ?? 'en']).flatMap(([name, text]) =>
      typeof text === 'string'
        ? [[`page.${name}`, text]]
        : Object.entries(text).map(([form, words]) => [`page.${name}.${form}`, words]),
    ),
  );

/** A month of reports, one a kind: how often, and what was said last. */
const troublesOf = (reports: WidgetReport[]): z.infer<typeof schema.trouble>[] => {
  const byKind = new Map<string, z.infer<typeof schema.trouble>>();
  for (const { kind, count, lastDetail, lastOrigin, lastAt } of reports) {
    const known = byKind.get(kind);
    if (known) known.count += count;
    else byKind.set(kind, { kind, count, detail: lastDetail, origin: lastOrigin, at: lastAt });
  }
  return [...byKind.values()];
};

/** A document without pictures that the site doesn't have: a file of another installation names some of its own. */
const withKnownImages = async (
  ctx: Context,
  siteId: string,
  document: schema.SiteDocument,
): Promise<schema.SiteDocument> => ({
  ...document,
  settings: {
    ...document.settings,
    brand: await withoutUnknownImages(ctx, siteId, document.settings.brand),
  },
});

/** The settings of a site: read, saved, and undone. */
const mountSettings = (api: Api): void => {
  const { settings } = api.ctx;
  const saved = schema.saved(settings.schema);
  mount(
    api,
    contract.getSaved,
    {
      ...forAdmins,
      reply: saved,
      operationId: 'getSettings',
      scope: 'settings:read',
      summary: 'Get a site’s name, origins and settings',
    },
    async ({ ctx, site }) => toSavedView(ctx, await readSite(ctx, site.id)),
  );

  mount(
    api,
    contract.putSettings,
    {
      ...forAdmins,
      body: schema.saveDocument(settings.schema),
      reply: saved,
      maxBytes,
      operationId: 'saveSettings',
      scope: 'settings:write',
      summary: 'Change a site’s settings, based on a revision',
    },
    ({ ctx, site, session, body }) =>
      writeRevision(ctx, site.id, { ...body, kind: 'change', staffId: session.staff.id }),
  );

  mount(
    api,
    contract.getHistory,
    {
      ...forAdmins,
      reply: schema.history,
      operationId: 'listSettingsChanges',
      scope: 'settings:read',
      summary: 'List settings changes',
    },
    ({ ctx, site }) => readHistory(ctx, site.id),
  );

  mount(
    api,
    contract.undo,
    {
      ...forAdmins,
      body: schema.undoTo,
      reply: saved,
      operationId: 'restoreSettings',
      scope: 'settings:write',
      summary: 'Restore an earlier revision as a new one',
    },
    async ({ ctx, site, session, body }) =>
      writeRevision(ctx, site.id, {
        revision: body.revision,
        document: await withKnownImages(ctx, site.id, await readRevision(ctx, site.id, body.to)),
        kind: 'undo',
        staffId: session.staff.id,
      }),
  );
};

/** Settings as a file. */
const mountSettingsFile = (api: Api): void => {
  const { settings } = api.ctx;
  mount(
    api,
    contract.exportSettings,
    {
      ...forAdmins,
      reply: schema.exported,
      operationId: 'exportSettings',
      scope: 'settings:read',
      summary: 'Export the settings as a file',
    },
    async ({ ctx, site, headers }) => {
      const { key, document } = toSavedView(ctx, await readSite(ctx, site.id));
      headers.set('content-disposition', `attachment; filename="foyer-${key}.json"`);
      return {
        format: schema.exportFormat,
        version: schema.exportVersion,
        exportedAt: ctx.clock.now(),
        site: key,
        document,
      };
    },
  );

  mount(
    api,
    contract.importSettings,
    {
      ...forAdmins,
      body: schema.importFile,
      reply: schema.importReply(settings.schema),
      maxBytes,
      operationId: 'importSettings',
      scope: 'settings:write',
      summary: 'Import settings from a file, or preview the changes',
    },
    async ({ ctx, site, session, body }) => {
      const now = toSavedView(ctx, await readSite(ctx, site.id));
      if (now.revision !== body.revision)
        throw new Failure('conflict', 'Someone else changed the settings in the meantime.', { current: now });
      const given = body.file.document as { settings: Partial<SiteSettings> };
      const document = await withKnownImages(
        ctx,
        site.id,
        check(schema.siteDocument(settings.schema), {
          ...given,
          settings: settings.complete(given.settings),
        }),
      );
      const changes = listChanges(now.document, document);
      if (!body.apply) return { changes, saved: now };
      const saved = await writeRevision(ctx, site.id, {
        revision: body.revision,
        document,
        kind: 'import',
        staffId: session.staff.id,
      });
      return { changes, saved };
    },
  );
};

/** Routes of more console data: where the script was seen, and the texts of public pages. */
const mountSiteFacts = (api: Api): void => {
  mount(
    api,
    contract.getInstallations,
    {
      ...forAdmins,
      reply: schema.installationsReply,
      operationId: 'listInstallations',
      scope: 'settings:read',
      summary: 'List origins where the script was seen, allowed or blocked',
    },
    async ({ ctx, site }) => {
      const current = await readSite(ctx, site.id);
      const found = await ctx.installations.list(site.id);
      return {
        installations: found.map(({ origin, allowed, firstSeen, lastSeen }) => ({
          origin,
          allowed: isAllowedOrigin(ctx, current, origin),
          worked: allowed,
          firstSeen,
          lastSeen,
        })),
        untrustedProxy: ctx.proxyWatch.found,
        troubles: troublesOf(await listReports(ctx, site.id)),
        now: ctx.clock.now(),
      };
    },
  );

  mount(
    api,
    contract.getPageTexts,
    {
      ...forAdmins,
      query: schema.pageTextsQuery,
      reply: schema.pageTextsReply,
      operationId: 'getPageTexts',
      scope: 'settings:read',
      summary: 'Get the default texts of the public pages in one language',
    },
    async ({ query }) => ({ texts: pageTextsOf(query.language) }),
  );
};

/** Routes of settings for owners and admins. */
export const mountConsole = (api: Api): void => {
  mountSettings(api);
  mountSettingsFile(api);
  mountSiteFacts(api);
};
