import type { MailTexts } from '../textShape.ts';
import { mailLocales } from '../texts.ts';

/** Prefixes of replies and forwards in subjects, in the languages of mail programs. */
const reply =
  /^(?:re|aw|antw|antwort|sv|vs|fw|fwd|wg|rv|tr|rif|odp|ynt|enc|res|вл|отв|ответ|на|пересл|απ|σχετ|πρθ|رد|إعادة توجيه|回复|答复|转发)(?:\s?[[(]\d+[\])])?\s?[::]/iu;

/** A subject without what mail programs put before it; each of them once at the most is what people see. */
export const bareSubject = (subject: string): string => {
  let text = subject.trim();
  for (let found = reply.exec(text), step = 0; found && step < 10; found = reply.exec(text), step++)
    text = text.slice(found[0].length).trim();
  return text;
};

/** The sentences that the subjects of our mails are made of. */
const subjects: (keyof MailTexts)[] = ['replySubject', 'transcriptSubject', 'confirmSubject'];

const isOfOurs = (subject: string): boolean =>
  Object.values(mailLocales).some((texts) =>
    subjects.some((name) => {
      const fixed = texts[name].split(/\{[a-z]+\}/i).filter((part) => part.trim().length > 2);
      return fixed.length > 0 && fixed.every((part) => subject.includes(part.trim()));
    }),
  );

/** The subject of a mail where its sender typed it: a mail program's `Re:` and a subject of ours are nobody's words. */
export const typedSubject = (subject: string, ofConversation: string): string => {
  const text = subject.trim();
  return reply.test(`${text}:`) || text === ofConversation.trim() || isOfOurs(text) ? '' : text;
};
