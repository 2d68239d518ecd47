import { z } from 'zod';
import { settingsPart } from '../core/settings.ts';

/** What reports show of people. */
export const reportSettings = settingsPart({
  fields: {
    reports: z.object({
      /** Whether admins see each person's figures. Everybody sees their own. */
      showPeople: z.boolean(),
    }),
  },
  defaults: () => ({ reports: { showPeople: true } }),
});
