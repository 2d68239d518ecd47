import type { z } from 'zod';
import type { Done } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

export const listRules = route<undefined, schema.RuleList>('GET', '/api/console/:site/rules');
/** Ids are made by the browser: what is put twice is there once. */
export const putRule = route<schema.RuleDraft, schema.RuleList>('PUT', '/api/console/:site/rules/:rule');
export const deleteRule = route<undefined, schema.RuleList>('DELETE', '/api/console/:site/rules/:rule');
export const orderRules = route<z.infer<typeof schema.ruleOrder>, schema.RuleList>(
  'POST',
  '/api/console/:site/rules/order',
);
/** Looks at the last week's events with a rule, and does nothing. */
export const tryRule = route<schema.RuleDraft, schema.TryReply>('POST', '/api/console/:site/rules/try');
export const listRuleRuns = route<undefined, schema.RunList, z.infer<typeof schema.runQuery>>(
  'GET',
  '/api/inbox/:site/rule-runs',
);
export const undoRuleRun = route<undefined, Done>('POST', '/api/inbox/:site/rule-runs/:run/undo');

export const listMacros = route<undefined, schema.MacroList>('GET', '/api/inbox/:site/macros');
export const putMacro = route<schema.MacroDraft, schema.MacroList>('PUT', '/api/console/:site/macros/:macro');
export const deleteMacro = route<undefined, schema.MacroList>('DELETE', '/api/console/:site/macros/:macro');
export const runMacro = route<schema.RunMacro, schema.RanMacro>(
  'POST',
  '/api/inbox/:site/macros/:macro/runs',
);
