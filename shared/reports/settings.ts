import { z } from 'zod';
import { settingsPart } from '../core/settings.ts';

/** Settings of people's figures in reports. */
export const reportSettings = settingsPart({
  fields: {
    reports: z.object({
      /** Whether admins see each person's figures. Everybody sees their own. */
      showPeople: z.boolean(),
    }),
  },
  defaults: () => ({ reports: { showPeople: true } }),
});
