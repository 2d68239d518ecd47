import { primarySubtag } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { labelsOf, visitorsOf } from '../core/conversations/queries/names.ts';
import { openState } from '../core/people/sites/hours.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { CompiledRules, Evaluated, Known } from './evaluate.ts';
import type { Happened } from './happened.ts';
import { lastSaidAt } from './queries.ts';

const minute = 60_000;
/** Code units of what was written that conditions look at. */
const longestText = 4_000;

type Asked = Pick<CompiledRules<Evaluated>, 'asked' | 'segments' | 'attributes'>;

/** Facts that rules may ask of things that happened: read together, and only what some rule asks for. */
export const readKnown = async (
  ctx: Context,
  site: Site,
  { asked, segments, attributes }: Asked,
  happened: readonly Happened[],
): Promise<Known[]> => {
  const ids = [...new Set(happened.map(({ row }) => row.id))];
  const visitors = [...new Set(happened.map(({ row }) => row.visitorId))];
  const labels = asked.has('label') ? await labelsOf(ctx, site.id, ids) : null;
  const people = asked.has('email') ? await visitorsOf(ctx, site.id, visitors) : [];
  const said = asked.has('idleMinutes') ? await lastSaidAt(ctx, site.id, ids) : null;
  const facts =
    segments.length || attributes.length
      ? await ctx.contactFacts?.read(site.id, visitors, { segments, attributes })
      : null;
  const now = ctx.clock.now();
  const hours = openState(site.settings.hours, now).open ? 'open' : 'closed';
  return happened.map(({ row, text }) => {
    const known: Record<string, string> = {
      channel: row.kind,
      language: primarySubtag(row.language),
      priority: row.priority,
      waitingFor: row.waitingFor,
      words: text.slice(0, longestText).toLowerCase(),
      hours,
      ...facts?.get(row.visitorId),
    };
    const give = (name: string, value: string | null | undefined): void => {
      if (value) known[name] = value;
    };
    give('team', row.teamId);
    give('assignee', row.assigneeId);
    give('page', row.pageUrl);
    give('rating', row.rating);
    give('email', people.find(({ id }) => id === row.visitorId)?.email);
    if (row.promiseAt !== null) give('promiseMinutes', String(Math.floor((row.promiseAt - now) / minute)));
    const last = said?.get(row.id);
    if (last !== undefined) give('idleMinutes', String(Math.floor((now - last) / minute)));
    for (const label of labels?.get(row.id) ?? []) known[`label ${label}`] = 'yes';
    return known;
  });
};
