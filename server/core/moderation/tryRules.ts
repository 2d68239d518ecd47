import type { TriedText, TryText } from '../../../shared/core/moderation/schema.ts';
import type { Context } from '../../context.ts';
import type { Site } from '../people/sites/sites.ts';
import { listTeamNames } from './queries.ts';
import { judge } from './rules.ts';

/** Shows what the rules make of a text, written by somebody for the first time and by somebody trusted. */
export const tryRules = async (
  ctx: Context,
  site: Site,
  staffId: string,
  { body, name, rules = site.settings.moderation }: TryText,
): Promise<TriedText> => {
  const rich = await ctx.renderer.preview(body, { site: site.id, person: staffId });
  const teamNames = [...(await listTeamNames(ctx, site.id)), site.name, site.settings.teamName];
  const outcome = (isTrusted: boolean) =>
    judge(rules, {
      // The mode is each feature's own; links of people without trust wait in all that hold at all.
      mode: 'links',
      ...{ body, rich, name, teamNames, isTrusted },
      email: '',
      address: '',
      hasFiles: false,
      verified: false,
      trapped: false,
      flooded: false,
      isEdit: false,
    });
  return { first: outcome(false), trusted: outcome(true) };
};
