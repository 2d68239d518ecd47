import { maxChatQuestions } from './limits.ts';
import { z } from 'zod';
import { language, line, someLine, webUrl } from '../core/fields.ts';
import { settingsPart } from '../core/settings.ts';
import { asksBeforeChat } from './intake.ts';

/** Whether something is asked for before a chat begins. */
export const asked = z.enum(['no', 'optional', 'required']);
export type Asked = z.infer<typeof asked>;

/** A question of the owner's own: the key is stored, the labels are shown, by language tag. */
export const chatQuestion = z.object({
  key: someLine(40),
  labels: z
    .record(language, line(80))
    .refine((labels) => Object.values(labels).some((label) => label.trim() !== ''), {
      params: { code: 'required' },
    }),
  required: z.boolean(),
});
export type ChatQuestion = z.infer<typeof chatQuestion>;

/** The questions before the first message of a chat; none unless the owner wants them. */
export const chatRules = z.object({
  name: asked,
  email: asked,
  questions: z
    .array(chatQuestion)
    .max(maxChatQuestions)
    .refine((questions) => new Set(questions.map(({ key }) => key)).size === questions.length),
  /** By language: what the visitor agrees to before they write. None: no consent is asked for. */
  consent: z.record(language, line(300)),
  /** Where the site says more about it; empty for nowhere. */
  consentLink: z.union([z.literal(''), webUrl]),
});
export type ChatRules = z.infer<typeof chatRules>;

export const chatSettings = settingsPart({
  fields: { chat: chatRules },
  defaults: () => ({
    chat: { name: 'no' as const, email: 'no' as const, questions: [], consent: {}, consentLink: '' },
  }),
  switches: { chat: { initial: true, public: true } },
  publicFields: {
    /** Absent where nothing is asked before a chat. */
    chat: chatRules.optional(),
  },
  toPublic: ({ chat }) => (asksBeforeChat(chat) ? { chat } : {}),
});
