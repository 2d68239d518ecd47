import type { PublicSettings } from '../../../../shared/siteSettings.ts';
import { coloursOf } from '../../../../shared/core/colour.ts';
import type { Context } from '../../../context.ts';
import { usualReplyMinutes } from '../../conversations/promise.ts';
import { toPublicPrompts } from '../../prompts/list.ts';
import { openState } from './hours.ts';
import { firstName } from '../names.ts';
import { type Parts, partsOf } from './launcherParts.ts';
import { launcherTexts, spokenLanguages } from './launcherTexts.ts';
import type { Site } from './sites.ts';
import { listStaff, listOnline } from '../staff/queries.ts';

/** Maximum of people that a visitor is shown. */
const maxShown = 3;

/** A site's public settings, for every visitor's browser. */
export const toPublicSettings = async (ctx: Context, site: Site, parts: Parts): Promise<PublicSettings> => {
  const { theme, greeting, teamName, categories, paused, hours, share } = site.settings;
  const online = await listOnline(ctx, site.id);
  const people = online.length ? online : await listStaff(ctx, site.id);
  const news = await ctx.findNews(site);
  const prompts = await toPublicPrompts(ctx, site, parts.tally);
  const doors = openState(hours, ctx.clock.now());
  return {
    ...ctx.settings.toPublic(site.settings),
    name: site.name,
    launcher: launcherTexts(site.settings),
    colours: coloursOf(theme.accent),
    ownTexts: spokenLanguages(site.settings).filter((language) => site.settings.texts[language]),
    panel: parts.panel,
    parts: partsOf(parts, site.settings),
    theme,
    greeting,
    teamName,
    categories,
    paused,
    ...(share.referrer && { referrer: true as const }),
    ...(site.settings.analytics !== 'off' && { analytics: site.settings.analytics }),
    ...(!share.page && { hidesPage: true as const }),
    ...(ctx.mailer.isConfigured && { mails: true as const }),
    ...(prompts && { prompts }),
    ...(news && { news: true as const }),
    ...(news?.dot &&
      site.settings.prompts.on && { newsDot: { ...news.dot, notPages: site.settings.prompts.notPages } }),
    people: people.slice(0, maxShown).map(({ id, name }) => ({ id, name: firstName(name) })),
    open: online.length > 0,
    opensAt: online.length ? null : doors.opensAt,
    usualReplyMinutes: await usualReplyMinutes(ctx, site),
  };
};
