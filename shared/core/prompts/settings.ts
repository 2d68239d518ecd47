import { settingsPart } from '../settings.ts';
import { defaultBudget } from './kinds.ts';
import { promptBudget } from './schema.ts';

/** What everything that is shown unasked shares. */
export const promptSettings = settingsPart({
  fields: { prompts: promptBudget },
  defaults: () => ({ prompts: defaultBudget() }),
});
