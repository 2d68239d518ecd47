import { z } from 'zod';
import { hostPage } from '../core/conversations/hostPage.ts';
import { messageBody, nothingSaid, saysSomething } from '../core/conversations/schema.ts';
import { email, language, line, longest } from '../core/fields.ts';

/** The first message of a chat: it opens the conversation, whose id is the message's. */
export const startChat = z
  .strictObject({
    ...messageBody,
    language,
    /** The visitor's own name and address; labels, never keys. */
    name: line(longest.name).optional(),
    email: email.optional(),
    /** To the owner's own questions, by their keys. */
    answers: z
      .record(line(40), line(500))
      .refine((answers) => Object.keys(answers).length <= 20, { params: { code: 'too_many' } })
      .optional(),
    /** They agree to the site's line. */
    consent: z.boolean().optional(),
    page: hostPage.optional(),
    /** The honeypot: people leave it empty. */
    website: line(200).optional(),
  })
  .refine(saysSomething, nothingSaid);
export type StartChat = z.infer<typeof startChat>;
