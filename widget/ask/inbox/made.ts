import type { MadeQuestion } from '../../../shared/ask/staffSchema.ts';

/** The public question that was made of a conversation. */
export type Made = NonNullable<MadeQuestion['question']>;
