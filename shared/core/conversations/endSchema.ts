import { z } from 'zod';
import { email, id, longest, prose } from '../fields.ts';
import { mailState } from '../mail/schema.ts';
import { rating } from './schema.ts';

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
