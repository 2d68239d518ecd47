import { z } from 'zod';
import { email, id, line } from '../core/fields.ts';

/** Digits of a sign-in code. */
export const codeDigits = 8;

/** Asks for an email with a code, and a link: the id is the caller's own, and the code works with it alone. */
export const askCode = z.strictObject({ id, email, language: line(35) }).meta({
  examples: [{ id: '0190f5a2-7c1e-7d3a-9b7e-2f1c4d5e6a7b', email: 'nora@example.com', language: 'en' }],
});
export type AskCodeBody = z.input<typeof askCode>;

/** The code that came, as it was typed: people copy spaces along. */
export const signInBody = z
  .strictObject({ id, code: z.string().min(1).max(40) })
  .meta({ examples: [{ id: '0190f5a2-7c1e-7d3a-9b7e-2f1c4d5e6a7b', code: '1234 5678' }] });
export type SignInBody = z.input<typeof signInBody>;
