import { z } from 'zod';
import { email, id } from '../fields.ts';

/** People beside the visitor and the site that one email names, at the most. */
export const maxMailPeople = 20;

/** Somebody whom an email names. `name` is empty where it gives none. */
export const mailPerson = z.object({ name: z.string(), address: z.string() });
export type MailPerson = z.infer<typeof mailPerson>;

/** Whether an email comes from the domain that it names: it shows so, it cannot tell, or it shows that it doesn't. */
export const mailVerdict = z.object({
  result: z.enum(['pass', 'none', 'fail']),
  /** The domain that it says to come from; empty where it names none. */
  domain: z.string(),
});
export type MailVerdict = z.infer<typeof mailVerdict>;

/** The other people of an email that a message came as, or went out as. For staff only. */
export const messageMail = z.object({
  /** Its writer, where that is not the visitor. */
  from: mailPerson.optional(),
  /** True where its writer did not send it to the visitor, who does not see it. */
  isApart: z.literal(true).optional(),
  to: z.array(mailPerson).optional(),
  cc: z.array(mailPerson).optional(),
  bcc: z.array(mailPerson).optional(),
  /** Messages that were forwarded with a note, to the one in `to`. */
  forwarded: z.array(id).optional(),
  /** Absent where senders aren't checked, and for what went out. */
  verdict: mailVerdict.optional(),
  /** Its HTML as its sender made it, made harmless; absent where it has none. */
  original: z
    .object({
      file: id,
      /** True where it shows pictures from elsewhere. */
      isRemote: z.boolean(),
    })
    .optional(),
});
export type MessageMail = z.infer<typeof messageMail>;

/** Whom a reply goes to besides the visitor. */
export const copies = z
  .strictObject({
    cc: z.array(email).max(maxMailPeople).optional(),
    bcc: z.array(email).max(maxMailPeople).optional(),
  })
  .refine(({ cc = [], bcc = [] }) => cc.length + bcc.length <= maxMailPeople, {
    path: ['cc'],
    params: { code: 'too_many' },
  });
export type Copies = z.infer<typeof copies>;
