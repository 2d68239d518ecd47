/** Levels of caution, by how sure a suggestion must be to be shown. */
export const cautions = ['careful', 'balanced', 'eager'] as const;
export type Caution = (typeof cautions)[number];

export const defaultCaution: Caution = 'balanced';

/** Whether visitors may answer public questions: not at all, each once staff published it, or trusted people at once. */
export const communityAnswerModes = ['off', 'approve', 'trusted'] as const;
export type CommunityAnswers = (typeof communityAnswerModes)[number];

/** Whether what trusted people ask in public is published at once, or once staff did. */
export const communityQuestionModes = ['review', 'trusted'] as const;
export type CommunityQuestions = (typeof communityQuestionModes)[number];

export const defaultCommunityQuestions: CommunityQuestions = 'review';

export const defaultCommunityAnswers: CommunityAnswers = 'off';
