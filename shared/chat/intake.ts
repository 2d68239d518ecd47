/** The questions before a chat, of the chat's rules. */
interface AskedBefore {
  name: string;
  email: string;
  questions: readonly unknown[];
  consent: Readonly<Record<string, string>>;
}

/** True when a visitor is asked anything at all. */
export const asksBeforeChat = ({ name, email, questions, consent }: AskedBefore): boolean =>
  name !== 'no' ||
  email !== 'no' ||
  questions.length > 0 ||
  Object.values(consent).some((text) => text.trim() !== '');
