import { BoundedMap } from '../../boundedMap.ts';
import type { PublicSettings } from '../../../../shared/siteSettings.ts';
import { textsQuery, textsReply } from '../../../../shared/core/people/site.ts';
import * as siteContract from '../../../../shared/core/people/siteRoutes.ts';
import { type Api, type Call, mount, mountFile } from '../../http/mount.ts';
import { createCompressor, drawsSamples, settingsModule } from './settingsModule.ts';
import { cachedReply } from '../../http/cache/cachedReply.ts';
import { sideOf } from '../../prompts/list.ts';
import { readParts } from './launcherParts.ts';
import { toPublicSettings } from './publicSettings.ts';

/** Longest time that a browser may reuse the settings without asking, seconds. */
const settingsFresh = 60;

/** Public settings are described anew after so long, milliseconds, or once the site's log has grown. */
const cachedFor = 10_000;
/** Sites whose public settings are at hand. */
const maxSites = 10_000;

type SiteCall = Pick<Call<'public', unknown, unknown>, 'ctx' | 'site' | 'headers' | 'read'>;

export const mountSites = (api: Api): void => {
  const parts = readParts(api.ctx.folders.widget);
  const compress = createCompressor();
  const cache = new BoundedMap<string, { settings: PublicSettings; until: number; version: number }>(
    maxSites,
  );
  const toView = async ({ ctx, site, headers, read }: SiteCall): Promise<PublicSettings> => {
    headers.set('cache-control', `public, max-age=${settingsFresh}`);
    const now = ctx.clock.monotonic();
    const version = ctx.bus.version(site.id);
    // Our own pages send no Origin when they ask.
    if (read('sec-fetch-site') === 'same-origin') ctx.installations.note(site.id, ctx.config.publicUrl, true);
    const known = cache.get(site.id);
    if (known && known.until > now && known.version === version) return known.settings;
    const settings = cachedReply(await toPublicSettings(ctx, site, parts));
    cache.set(site.id, { settings, until: now + cachedFor, version });
    return settings;
  };
  mount(
    api,
    siteContract.getSettings,
    {
      access: 'public',
      rate: 'read',
      reply: api.ctx.settings.publicSchema,
      operationId: 'getWidgetSettings',
      summary: 'Get what the widget needs to know about the site',
    },
    toView,
  );
  // The console's frame draws settings that are not stored: it has them itself, under a key that no site can have.
  api.app.get('/api/sites/-preview-/settings.js', (hono) =>
    hono.text('export const settings=()=>foyerPreview();', 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    }),
  );
  mountFile(
    api,
    siteContract.getSettingsModule,
    {
      access: 'public',
      rate: 'read',
      operationId: 'getWidgetSettingsModule',
      summary: 'Get the settings as a module, with the code that decides when prompts are due',
    },
    async (call) => {
      const settings = await toView(call);
      const drawn = drawsSamples(settings);
      if (drawn) call.headers.set('cache-control', `private, max-age=${settingsFresh}`);
      const seed = drawn ? sideOf(call.site, call.address, call.read('user-agent') ?? '') : null;
      const text = settingsModule(call.ctx.settings.publicSchema, settings, parts, seed);
      call.headers.set('content-type', 'text/javascript; charset=utf-8');
      call.headers.set('vary', 'Origin, Accept-Encoding');
      if (!/\bbr\b/.test(call.read('accept-encoding') ?? ''))
        return new Response(text, { headers: call.headers.toInit() });
      call.headers.set('content-encoding', 'br');
      return new Response(new Uint8Array(compress(text)), { headers: call.headers.toInit() });
    },
  );
  mount(
    api,
    siteContract.getTexts,
    {
      access: 'public',
      rate: 'read',
      query: textsQuery,
      reply: textsReply,
      operationId: 'getWidgetTexts',
      summary: 'Get the owner’s own texts in one language',
    },
    async ({ site, query, headers }) => {
      headers.set('cache-control', `public, max-age=${settingsFresh}`);
      const { texts } = site.settings;
      return { texts: (Object.hasOwn(texts, query.language) && texts[query.language]) || {} };
    },
  );
};
