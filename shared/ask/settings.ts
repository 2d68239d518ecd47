import { z } from 'zod';
import { settingsPart } from '../core/settings.ts';
import {
  cautions,
  communityAnswerModes,
  communityQuestionModes,
  defaultCaution,
  defaultCommunityAnswers,
  defaultCommunityQuestions,
} from './defaults.ts';

export const askSettings = settingsPart({
  fields: {
    /** The caution of suggestions. What visitors do with suggestions moves it from there. */
    suggestionCaution: z.enum(cautions),
    /** Whether visitors may answer public questions. */
    communityAnswers: z.enum(communityAnswerModes),
    /** Whether public questions of trusted people are published without a look. Where visitors may answer. */
    communityQuestions: z.enum(communityQuestionModes),
  },
  defaults: () => ({
    suggestionCaution: defaultCaution,
    communityAnswers: defaultCommunityAnswers,
    communityQuestions: defaultCommunityQuestions,
  }),
  switches: { ask: { initial: true, public: true } },
});
