import { z } from 'zod';
import { id } from '../core/fields.ts';
import { settingsPart } from '../core/settings.ts';

/** Settings of the form on the owner's own page: whether it's taken, and the team that its conversations go to. */
export const contactFormSettings = settingsPart({
  fields: {
    contactForm: z.object({
      on: z.boolean(),
      /** Null for everybody. */
      team: id.nullable(),
    }),
  },
  defaults: () => ({ contactForm: { on: false, team: null } }),
});
