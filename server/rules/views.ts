import { kinds } from '../../shared/core/conversations/schema.ts';
import type { MacroList, RuleChoices, RuleList, RuleRun } from '../../shared/rules/schema.ts';
import type { Context } from '../context.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { countRuns, listMacros, listRules, type RunRow } from './queries.ts';
import { isUndoable } from './undo.ts';

const week = 7 * 24 * 3_600_000;

/** Everything of a site that conditions and actions name. */
export const readChoices = async (ctx: Context, site: Site): Promise<RuleChoices> => {
  const [people, own, contacts] = await Promise.all([
    listColleagues(ctx, site.id),
    ctx.conversationActions?.list(site.id),
    ctx.contactFacts?.list(site.id),
  ]);
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    teams: own?.teams ?? [],
    labels: own?.labels ?? [],
    replies: own?.replies ?? [],
    segments: contacts?.segments ?? [],
    attributes: contacts?.attributes ?? [],
    channels: [...kinds],
    languages: [...site.settings.languages],
  };
};

/** A site's rules as its admins see them. */
export const viewRules = async (ctx: Context, site: Site): Promise<RuleList> => {
  const [rows, fired, choices] = await Promise.all([
    listRules(ctx, site.id),
    countRuns(ctx, site.id, ctx.clock.now() - week),
    readChoices(ctx, site),
  ]);
  return {
    rules: rows.map(({ id, name, isOn, trigger, minutes, groups, actions, stops }) => ({
      id,
      name,
      isOn,
      on: trigger,
      minutes,
      groups,
      actions,
      stops,
      fired: fired.get(id) ?? 0,
    })),
    choices,
  };
};

export const viewMacros = async (ctx: Context, siteId: string): Promise<MacroList> => ({
  macros: (await listMacros(ctx, siteId)).map(({ id, name, actions }) => ({ id, name, actions })),
});

export const viewRun = ({ run, subject }: { run: RunRow; subject: string }): RuleRun => ({
  id: run.id,
  rule: { id: run.ruleId, name: run.name },
  conversation: run.conversationId,
  subject,
  at: run.at,
  why: run.why,
  did: run.actions,
  state: run.state,
  undoable: isUndoable(run),
});
