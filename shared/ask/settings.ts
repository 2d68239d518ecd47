import { z } from 'zod';
import { settingsPart } from '../core/settings.ts';
import { defaultSuggestionFloor } from './defaults.ts';

export const askSettings = settingsPart({
  fields: {
    /** Answers whose confidence is below are not shown (0..1). */
    suggestionFloor: z.number().min(0).max(1),
  },
  defaults: () => ({ suggestionFloor: defaultSuggestionFloor }),
  switches: { ask: { initial: true, public: true } },
});
