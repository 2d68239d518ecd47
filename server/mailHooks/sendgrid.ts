import { z } from 'zod';
import { Failure } from '../core/http/failure.ts';
import { type Fields, textOf } from './fields.ts';
import type { Carried } from './carried.ts';

const envelope = z.object({ to: z.array(z.string()) });

/** The mail that SendGrid posted. @throws Failure `invalid` without one */
export const readSendgrid = (fields: Fields): Carried => {
  const raw = fields.get('email');
  if (!raw?.length)
    throw new Failure('invalid', 'There’s no email: turn on “POST the raw, full MIME message”.');
  let recipients: string[] = [];
  try {
    recipients = envelope.parse(JSON.parse(textOf(fields, 'envelope'))).to;
  } catch {
    // Its own headers name them, too.
  }
  return { raw, recipients };
};
