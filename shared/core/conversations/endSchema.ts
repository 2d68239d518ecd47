import { z } from 'zod';
import { email, id, longest, prose } from '../fields.ts';
import { mailState } from '../mail/schema.ts';
import { bestOf } from './ratingScale.ts';
import { rating, scaledRating } from './schema.ts';

/** A value of a scale, or only what it counts as: then it is taken as one of three faces. */
export const rate = z
  .strictObject({
    rating: rating.optional(),
    scale: scaledRating.scale.optional(),
    value: scaledRating.value.optional(),
    /** Words that go with it; absent, those that were written before stay. */
    comment: prose(longest.details).optional(),
  })
  .superRefine(({ rating: given, scale, value }, check) => {
    const refuse = (field: string): void =>
      check.addIssue({ code: 'custom', path: [field], params: { code: 'invalid' } });
    if (!scale && !given) refuse('rating');
    if (scale && (value === undefined || value > bestOf[scale])) refuse('value');
  })
  .meta({ examples: [{ scale: 'stars', value: 4, comment: 'Quick, and it works.' }] });
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
