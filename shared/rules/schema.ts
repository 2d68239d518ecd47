import { z } from 'zod';
import { priority } from '../core/conversations/schema.ts';
import { id, instant, line, someLine, someProse } from '../core/fields.ts';
import { attributeTests } from '../core/prompts/options.ts';
import { attributePrefix, choiceFields, numberFields, timed, triggers, wordFields } from './fields.ts';

/** Rules and macros of one site, at the most. */
export const [maxRules, maxMacros] = [500, 100];

const numbers: readonly string[] = numberFields;
const words: readonly string[] = [...choiceFields, ...wordFields];

/** A test as prompts and segments have them, of what is known of a conversation. */
export const condition = z
  .strictObject({ name: someLine(60), how: z.enum(attributeTests), value: line(200) })
  .refine(
    ({ name }) =>
      numbers.includes(name) ||
      words.includes(name) ||
      (name.startsWith(attributePrefix) && id.safeParse(name.slice(attributePrefix.length)).success),
    { path: ['name'], params: { code: 'unknown' } },
  )
  .refine(({ name, how }) => !(words.includes(name) && (how === 'above' || how === 'below')), {
    path: ['how'],
    params: { code: 'invalid' },
  })
  .refine(
    ({ name, how, value }) =>
      how === 'known' ||
      how === 'unknown' ||
      (how === 'above' || how === 'below' || numbers.includes(name)
        ? /^-?\d{1,9}(?:\.\d{1,6})?$/.test(value)
        : value !== ''),
    { path: ['value'], params: { code: 'invalid' } },
  )
  .meta({ examples: [{ name: 'channel', how: 'is', value: 'chat' }] });

const minutes = z.number().int().min(1).max(43_200);

/** One thing to do. `to` is the id of a person, team, label or canned reply. */
export const action = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('assign'), to: id }),
    z.strictObject({ do: z.literal('team'), to: id }),
    z.strictObject({ do: z.literal('label'), to: id }),
    z.strictObject({ do: z.literal('priority'), to: priority }),
    z.strictObject({ do: z.literal('snooze'), minutes }),
    z.strictObject({ do: z.literal('reply'), to: id }),
    z.strictObject({ do: z.literal('note'), text: someProse(2_000) }),
    z.strictObject({ do: z.literal('close') }),
    /** Asks for a rating, once it's closed. */
    z.strictObject({ do: z.literal('rating') }),
    /** Tells one person of the team. */
    z.strictObject({ do: z.literal('notify'), to: id }),
    /** Tells programs: `rule.fired`. */
    z.strictObject({ do: z.literal('webhook') }),
  ])
  .meta({ examples: [{ do: 'label', to: '01890a5d-ac96-774b-bcce-b302099a8057' }] });
export type RuleAction = z.infer<typeof action>;

const once = (actions: RuleAction[]): boolean => {
  const kinds = actions.map((one) => (one.do === 'label' ? `label ${one.to}` : one.do));
  return new Set(kinds).size === kinds.length && !(kinds.includes('close') && kinds.includes('snooze'));
};
const actions = z
  .array(action)
  .min(1)
  .max(10)
  .refine(once, { params: { code: 'invalid' } });

/** When something happens, and all conditions of one group hold, the actions are done. No group: always. */
export const ruleDraft = z
  .strictObject({
    name: someLine(60),
    isOn: z.boolean(),
    on: z.enum(triggers),
    /** Of what comes with time: how long after the last message, or before a promise ends. */
    minutes: minutes.nullable(),
    groups: z.array(z.array(condition).min(1).max(10)).max(5),
    actions,
    /** Whether later rules are left out where this one fired. */
    stops: z.boolean(),
  })
  .refine(({ on, minutes }) => timed.includes(on) === (minutes !== null), {
    path: ['minutes'],
    params: { code: 'invalid' },
  });
export type RuleDraft = z.infer<typeof ruleDraft>;

/** `fired`: how often in the last week. */
export const rule = z.object({ ...ruleDraft.shape, id, fired: z.number().int() });
export type Rule = z.infer<typeof rule>;

export const macroDraft = z.strictObject({ name: someLine(60), actions });
export type MacroDraft = z.infer<typeof macroDraft>;
export const macro = z.object({ ...macroDraft.shape, id });
export type Macro = z.infer<typeof macro>;

/** Names that conditions and actions are chosen from: whatever the site has. */
const choices = z.object({
  people: z.array(z.object({ id, name: z.string() })),
  teams: z.array(z.object({ id, name: z.string() })),
  labels: z.array(z.object({ id, name: z.string() })),
  replies: z.array(z.object({ id, name: z.string() })),
  segments: z.array(z.object({ id, name: z.string() })),
  attributes: z.array(z.object({ id, name: z.string() })),
  channels: z.array(z.string()),
  languages: z.array(z.string()),
});
export type RuleChoices = z.infer<typeof choices>;

export const ruleList = z.object({ rules: z.array(rule), choices });
export type RuleList = z.infer<typeof ruleList>;
export const macroList = z.object({ macros: z.array(macro) });
export type MacroList = z.infer<typeof macroList>;

/** All rules, in their new order. */
export const ruleOrder = z.strictObject({ rules: z.array(id).max(maxRules) });

/** A condition that held, with what was known; null where that is a person's own and isn't kept. */
const reason = z.object({
  name: z.string(),
  how: z.enum(attributeTests),
  value: z.string(),
  is: z.string().nullable(),
});
export type Reason = z.infer<typeof reason>;

/** `part`: something that an action points at isn't there any more; `limited`: too much was done in an hour. */
export const runStates = ['waiting', 'done', 'nothing', 'part', 'limited', 'undone'] as const;

/** One firing of a rule. */
export const run = z.object({
  id,
  rule: z.object({ id, name: z.string() }),
  conversation: id,
  subject: z.string(),
  at: instant,
  why: z.array(reason),
  did: z.array(action),
  state: z.enum(runStates),
  undoable: z.boolean(),
});
export type RuleRun = z.infer<typeof run>;

export const runQuery = z.object({ rule: id.optional(), conversation: id.optional() });
export const runList = z.object({ runs: z.array(run), choices });
export type RunList = z.infer<typeof runList>;

/** A conversation that a rule would have fired on. */
const tried = z.object({ conversation: id, subject: z.string(), at: instant, why: z.array(reason) });
export const tryReply = z.object({
  /** Events of the last week that were looked at, and those that it would have fired on. */
  looked: z.number().int(),
  fires: z.number().int(),
  first: z.array(tried),
  /** True where there were more events than one look takes. */
  isPart: z.boolean(),
});
export type TryReply = z.infer<typeof tryReply>;

/** `id` is client-made: it names the run for undo, and repeats change nothing. */
export const runMacro = z.strictObject({ id, conversations: z.array(id).min(1).max(100) });
export type RunMacro = z.infer<typeof runMacro>;
export const ranMacro = z.object({
  changed: z.array(id),
  refused: z.array(id),
  undoable: z.boolean(),
});
export type RanMacro = z.infer<typeof ranMacro>;

/** A rule that fired on a conversation, for programs. */
export const ruleFired = z.object({
  rule: z.object({ id, name: z.string() }),
  conversation: z.object({ id, subject: z.string() }),
  at: instant,
  url: z.string(),
});
