/** Questions of the owner's own before a chat, at the most. */
export const mostChatQuestions = 5;
