import { z } from 'zod';
import { language, line } from '../core/fields.ts';
import { settingsPart } from '../core/settings.ts';
import { ideaModes } from './states.ts';

/** Longest name of the section, code units: it stands among links. */
export const maxNameLength = 40;

/** Settings of ideas: when they are public, and the owner's own name for the section, by language. */
export const ideaSettings = settingsPart({
  fields: {
    ideas: z.object({
      mode: z.enum(ideaModes),
      names: z.record(language, line(maxNameLength)),
    }),
  },
  defaults: () => ({ ideas: { mode: 'off' as const, names: {} } }),
});
