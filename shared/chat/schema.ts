import { z } from 'zod';
import { hostPage } from '../core/conversations/place.ts';
import { messageBody, nothingSaid, rating, saysSomething } from '../core/conversations/schema.ts';
import { email, id, language, line, longest, prose } from '../core/fields.ts';
import { mailState } from '../core/mail/schema.ts';

/** The first message of a chat: it opens the conversation, whose id is the message's. */
export const startChat = z
  .strictObject({
    ...messageBody,
    language,
    /** What the visitor says of themselves; labels, never keys. */
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

export const rate = z.strictObject({ rating, comment: prose(longest.details).optional() });
export type Rate = z.infer<typeof rate>;

/** `id` is client-made: the same one again sends nothing. */
export const askTranscript = z.strictObject({ id, email });
export type AskTranscript = z.infer<typeof askTranscript>;

/** `sent` once a mail server has accepted it, never before; `unsent` where there is none. */
export const transcriptReply = z.object({ state: mailState });
export type TranscriptReply = z.infer<typeof transcriptReply>;

export const leaveContact = z.strictObject({ email });
export type LeaveContact = z.infer<typeof leaveContact>;

export const report = z.strictObject({ message: id });
export type Report = z.infer<typeof report>;

export const block = z.strictObject({ blocked: z.boolean() });
