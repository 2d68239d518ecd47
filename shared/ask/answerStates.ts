/** Where an answer is: held for the team, readable by everybody, or taken away by the team or its author. */
export const answerStates = ['waiting', 'public', 'hidden'] as const;
export type AnswerState = (typeof answerStates)[number];
