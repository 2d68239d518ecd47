import type { ChatRules } from './settings.ts';

/** Questions of the owner's own before a chat, at the most. */
export const mostChatQuestions = 5;

/** True when a visitor is asked anything at all. */
export const asksBeforeChat = ({ name, email, questions, consent }: ChatRules): boolean =>
  name !== 'no' ||
  email !== 'no' ||
  questions.length > 0 ||
  Object.values(consent).some((text) => text.trim() !== '');
