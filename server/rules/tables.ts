import type { RuleAction, Reason, runStates } from '../../shared/rules/schema.ts';
import type { Trigger } from '../../shared/rules/fields.ts';
import type { AttributeTest } from '../../shared/core/prompts/kinds.ts';
import type { Before } from '../core/conversations/actions.ts';
import { at, bool, index, int, json, primaryKey, table, text } from '../core/db/columns.ts';

/** Rules: what is done with conversations when something happens. */
export const rules = table(
  'rules',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    isOn: bool('is_on').notNull(),
    /** Place among the site's rules, from 0. */
    position: int('position').notNull(),
    trigger: text('trigger').$type<Trigger>().notNull(),
    minutes: int('minutes'),
    groups: json<AttributeTest[][]>('groups').notNull(),
    actions: json<RuleAction[]>('actions').notNull(),
    stops: bool('stops').notNull(),
    /** Another one whenever it's saved: what was made of it before is made anew. */
    version: text('version').notNull(),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (rule) => [primaryKey({ columns: [rule.siteId, rule.id] })],
);

/** Firings of rules. Of a person they hold whose conversation it was, and nothing that they wrote. */
export const ruleRuns = table(
  'rule_runs',
  {
    siteId: text('site_id').notNull(),
    /** Follows from the rule and what it fired on: twice is once. */
    id: text('id').notNull(),
    ruleId: text('rule_id').notNull(),
    /** The rule's name then. */
    name: text('name').notNull(),
    conversationId: text('conversation_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** The thing that it fired on: a message, or a time after one. */
    anchor: text('anchor').notNull(),
    trigger: text('trigger').$type<Trigger>().notNull(),
    /** Place among the rules that fired on the same. */
    position: int('position').notNull(),
    why: json<Reason[]>('why').notNull(),
    actions: json<RuleAction[]>('actions').notNull(),
    state: text('state').$type<(typeof runStates)[number]>().notNull(),
    /** The conversation before it; null where it was not changed. */
    before: json<Before>('before'),
    /** Things that it did. */
    count: int('count').notNull(),
    at: at('at').notNull(),
  },
  (run) => [
    primaryKey({ columns: [run.siteId, run.id] }),
    index('rule_runs_anchor').on(run.siteId, run.anchor),
    index('rule_runs_rule').on(run.siteId, run.ruleId, run.at),
    index('rule_runs_conversation').on(run.siteId, run.conversationId, run.at),
    index('rule_runs_visitor').on(run.siteId, run.visitorId),
    index('rule_runs_at').on(run.siteId, run.at),
  ],
);

/** Macros: actions under a name, that people run. */
export const macros = table(
  'macros',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    actions: json<RuleAction[]>('actions').notNull(),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (macro) => [primaryKey({ columns: [macro.siteId, macro.id] })],
);
