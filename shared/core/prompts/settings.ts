import { settingsPart } from '../settings.ts';
import { defaultBudget } from './kinds.ts';
import { promptBudget } from './schema.ts';

/** Settings that all prompts share. */
export const promptSettings = settingsPart({
  fields: { prompts: promptBudget },
  defaults: () => ({ prompts: defaultBudget() }),
});
