import { done } from '../../shared/core/conversations/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import * as contract from '../../shared/rules/routes.ts';
import * as schema from '../../shared/rules/schema.ts';
import { Failure, idOf } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { listRules, listRuns } from './queries.ts';
import { planSweep } from './sweep.ts';
import { tryRule } from './tryRule.ts';
import { undoRun } from './undo.ts';
import { readChoices, viewRules, viewRun } from './views.ts';
import { deleteRule, moveRule, saveRule } from './writes.ts';

/** Firings that one answer has. */
const maxRuns = 100;

const forAdmins = { access: 'staff', role: 'admin', rate: 'staff', reply: schema.ruleList } as const;

/** Saving and deleting rules. */
const mountSaving = (api: Api): void => {
  mount(
    api,
    contract.listRules,
    {
      ...forAdmins,
      operationId: 'listRules',
      scope: 'settings:read',
      summary: 'List the rules in their order, with all that they can name',
    },
    async ({ ctx, site }) => viewRules(ctx, site),
  );

  mount(
    api,
    contract.putRule,
    {
      ...forAdmins,
      body: schema.ruleDraft,
      operationId: 'saveRule',
      scope: 'settings:write',
      summary: 'Save a rule; a new one comes last',
    },
    async ({ ctx, site, session, parameter, body: { on, ...rest } }) => {
      const id = idOf(parameter('rule'));
      const own = await listRules(ctx, site.id);
      const before = own.find((rule) => rule.id === id);
      if (!before && own.length >= schema.maxRules)
        throw new Failure('invalid', `A site has at most ${schema.maxRules} rules.`, {
          fields: { name: 'too_many' },
        });
      const now = ctx.clock.now();
      const row = {
        siteId: site.id,
        id,
        ...rest,
        trigger: on,
        position: before?.position ?? (own.at(-1)?.position ?? -1) + 1,
        version: newId(now),
        staffId: session.staff.id,
        at: now,
      };
      await ctx.database.write((tx) => [saveRule(tx, row), ...planSweep(tx, row, now)]);
      return viewRules(ctx, site);
    },
  );

  mount(
    api,
    contract.deleteRule,
    {
      ...forAdmins,
      operationId: 'deleteRule',
      scope: 'settings:write',
      summary: 'Delete a rule; what it did stays',
    },
    async ({ ctx, site, parameter }) => {
      await ctx.database.write((tx) => [deleteRule(tx, site.id, idOf(parameter('rule')))]);
      return viewRules(ctx, site);
    },
  );
};

/** The order of rules, and trying one. */
const mountOrder = (api: Api): void => {
  mount(
    api,
    contract.orderRules,
    {
      ...forAdmins,
      body: schema.ruleOrder,
      operationId: 'orderRules',
      scope: 'settings:write',
      summary: 'Put the rules in another order',
    },
    async ({ ctx, site, body }) => {
      const own = await listRules(ctx, site.id);
      const places = new Map(body.rules.map((id, place) => [id, place]));
      // Those that a colleague has added meanwhile come last.
      const placeOf = ({ id, position }: { id: string; position: number }): number =>
        places.get(id) ?? body.rules.length + position;
      const ordered = [...own].sort((one, other) => placeOf(one) - placeOf(other));
      const moved = ordered.flatMap(({ id, position }, place) => (position === place ? [] : [{ id, place }]));
      if (moved.length)
        await ctx.database.write((tx) => moved.map(({ id, place }) => moveRule(tx, site.id, id, place)));
      return viewRules(ctx, site);
    },
  );

  mount(
    api,
    contract.tryRule,
    {
      ...forAdmins,
      audit: false,
      body: schema.ruleDraft,
      reply: schema.tryReply,
      operationId: 'tryRule',
      scope: 'settings:read',
      summary: 'See what a rule would have fired on in the last week; nothing is done',
    },
    async ({ ctx, site, body }) => tryRule(ctx, site, body),
  );
};

/** The log of rules, and taking back what one did. */
const mountRuns = (api: Api): void => {
  mount(
    api,
    contract.listRuleRuns,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.runQuery,
      reply: schema.runList,
      operationId: 'listRuleRuns',
      scope: 'conversations:read',
      summary: 'List what rules did, why, and when: of one rule, or in one conversation',
    },
    async ({ ctx, site, query }) => ({
      runs: (await listRuns(ctx, site.id, query, maxRuns)).map(viewRun),
      choices: await readChoices(ctx, site),
    }),
  );

  mount(
    api,
    contract.undoRuleRun,
    {
      access: 'staff',
      rate: 'staff',
      reply: done,
      operationId: 'undoRuleRun',
      scope: 'conversations:write',
      summary: 'Undo what a rule changed, as far as no one has changed it since',
    },
    async ({ ctx, site, session, parameter }) => {
      await undoRun(ctx, site.id, session.staff, idOf(parameter('run')));
      return { done: true as const };
    },
  );
};

/** Rules, for those who set the site up; and what they did, for everyone who answers. */
export const mountRules = (api: Api): void => {
  mountSaving(api);
  mountOrder(api);
  mountRuns(api);
};
