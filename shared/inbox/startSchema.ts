import { z } from 'zod';
import { messageBody, nothingSaid, saysSomething } from '../core/conversations/schema.ts';
import { email, id, line, longest } from '../core/fields.ts';
import { hasVisibleText } from '../core/visibleText.ts';

/** Ways to begin a conversation: by mail, or waiting in the widget. */
export const startWays = ['mail', 'widget'] as const;
export type StartWay = (typeof startWays)[number];

/** A conversation that staff start. `id` is client-made: the same again changes nothing. */
export const startConversation = z
  .strictObject({
    ...messageBody,
    /** A contact, or an address that was typed. */
    to: z.union([
      z.strictObject({ contact: id }),
      z.strictObject({ email, name: line(longest.name).optional() }),
    ]),
    by: z.enum(startWays),
    /** Needed for an email; in the widget the first words stand for it. */
    subject: line(longest.title),
    /** The site's address that it goes out from; absent for its first one. */
    from: email.optional(),
  })
  .refine(saysSomething, nothingSaid)
  .refine(({ by, subject }) => by === 'widget' || hasVisibleText(subject), {
    path: ['subject'],
    params: { code: 'required' },
  })
  .refine(({ by, to }) => by === 'mail' || 'contact' in to, {
    path: ['by'],
    params: { code: 'not_allowed' },
  });
export type StartConversation = z.infer<typeof startConversation>;

/** Whom somebody wants to write to: neither for what is the same for everybody. */
export const composeQuery = z.object({ contact: id.optional(), email: email.optional() });
export type ComposeQuery = z.infer<typeof composeQuery>;

/** Why an email cannot be sent to somebody. */
export const mailObstacles = ['no_server', 'no_address', 'refused', 'stopped', 'blocked'] as const;
/** Why nothing can wait for somebody in the widget. */
export const widgetObstacles = ['unknown_there', 'blocked'] as const;

/** The ways to reach somebody, and what stands in the way of each; null for nothing. */
export const composeOptions = z.object({
  /** The site's addresses that an email can go out from. */
  from: z.array(z.string()),
  /** Null where neither a contact nor an address was asked for. */
  to: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      /** Whether the address is theirs for certain. */
      emailVerified: z.boolean(),
      mail: z.enum(mailObstacles).nullable(),
      widget: z.enum(widgetObstacles).nullable(),
      /** Language that canned replies are chosen by. */
      language: z.string(),
    })
    .nullable(),
});
export type ComposeOptions = z.infer<typeof composeOptions>;
