import { z } from 'zod';
import { settingsPart } from '../core/settings.ts';
import { cautions, defaultCaution } from './defaults.ts';

export const askSettings = settingsPart({
  fields: {
    /** How sure a suggestion must be to be shown. What visitors do with suggestions moves it from there. */
    suggestionCaution: z.enum(cautions),
  },
  defaults: () => ({ suggestionCaution: defaultCaution }),
  switches: { ask: { initial: true, public: true } },
});
