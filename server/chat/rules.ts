import { hasVisibleText } from '../../shared/core/visibleText.ts';
import type { Intake } from '../../shared/core/conversations/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import { ourLanguage } from '../../shared/core/languages.ts';
import { cutAtWord } from '../core/content/cut.ts';
import type { ChatRules } from '../../shared/chat/settings.ts';

/** Maximum length of a chat's subject, code units: its first words name it in lists. */
const maxSubjectLength = 80;

/** The subject of a chat: the first line of its first message, or the name of the first file. */
export const subjectOf = (body: string, firstFile: string | undefined): string => {
  const [first = ''] = body.trim().split(/[\r\n\u2028\u2029]/, 1);
  const line = first.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  const text = line || firstFile || '';
  return cutAtWord(text, maxSubjectLength);
};

/** Why a first message goes to review instead of the inbox, or null. */
export const reasonToHold = (given: { honeypot: string; flooded: boolean }): 'honeypot' | 'flood' | null =>
  given.honeypot !== '' ? 'honeypot' : given.flooded ? 'flood' : null;

/** The text in the reader's language, else the first that there is. */
const inLanguage = (texts: Record<string, string>, language: string): string =>
  texts[ourLanguage(language) ?? '']?.trim() ||
  (Object.values(texts).find((text) => text.trim() !== '') ?? '');

/** The first message of a chat, with all that comes with it. */
interface Brought {
  language: string;
  name?: string | undefined;
  email?: string | undefined;
  answers?: Record<string, string> | undefined;
  consent?: boolean | undefined;
}

/**
 * Holds what a visitor brings against what the owner asks for.
 * @returns what is kept of it (null for nothing), and why each field is refused. Answers to what is not asked any more are let go:
 * the owner has said that they do not want them.
 */
export const readIntake = (
  rules: ChatRules,
  brought: Brought,
  now: number,
): { intake: Intake | null; fields: Record<string, FieldCode> } => {
  const { language, answers = {} } = brought;
  const fields: Record<string, FieldCode> = {};
  for (const name of ['name', 'email'] as const)
    if (rules[name] === 'required' && !hasVisibleText(brought[name] ?? '')) fields[name] = 'required';
  const given = rules.questions.map(({ key, labels, required }) => {
    const value = Object.hasOwn(answers, key) ? (answers[key] ?? '') : '';
    if (required && !hasVisibleText(value)) fields[`answers.${key}`] = 'required';
    return { label: inLanguage(labels, language), value };
  });
  const text = inLanguage(rules.consent, language);
  if (text !== '' && !brought.consent) fields['consent'] = 'required';
  const answered = given.filter(({ value }) => hasVisibleText(value));
  return {
    fields,
    intake:
      answered.length || text !== ''
        ? { answers: answered, consent: text === '' ? null : { text, at: now } }
        : null,
  };
};
