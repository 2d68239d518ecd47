/** Maximum of the owner's own questions before a chat. */
export const maxChatQuestions = 5;
