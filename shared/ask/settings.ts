import { z } from 'zod';
import { settingsPart } from '../core/settings.ts';
import { cautions, communityAnswerModes, defaultCaution, defaultCommunityAnswers } from './defaults.ts';

export const askSettings = settingsPart({
  fields: {
    /** The caution of suggestions. What visitors do with suggestions moves it from there. */
    suggestionCaution: z.enum(cautions),
    /** Whether visitors may answer public questions. */
    communityAnswers: z.enum(communityAnswerModes),
  },
  defaults: () => ({ suggestionCaution: defaultCaution, communityAnswers: defaultCommunityAnswers }),
  switches: { ask: { initial: true, public: true } },
});
