import { z } from 'zod';
import { id, instant, language, longest, someLine } from '../fields.ts';
import { personalDataKinds } from './personalDataKinds.ts';

const counts = z.partialRecord(z.enum(personalDataKinds), z.number().int());

/** Whom staff mean: a visitor by their id, or everybody who has shown an email address. Imported ones are of any form. */
export const personQuery = z.strictObject({
  who: someLine(longest.email).refine((who) => who.includes('@') || id.safeParse(who).success, {
    params: { code: 'not_email' },
  }),
});
export type PersonQuery = z.infer<typeof personQuery>;

export const peopleQuery = z.strictObject({ search: someLine(200) });

/** One visitor, as staff find them. */
export const personFound = z.object({
  id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** Whether the address is theirs for certain. */
  verified: z.boolean(),
  seenAt: instant,
});
export type PersonFound = z.infer<typeof personFound>;
export const people = z.object({ people: z.array(personFound) });

/** Public pages that were made of what somebody wrote: in their words, which go with them, and in the team's, which stay. */
const pages = z.object({ go: z.number().int(), stay: z.number().int() });

/** A person's data, counted. */
export const personKept = z.object({ visitors: z.array(personFound), counts, pages });
export type PersonKept = z.infer<typeof personKept>;

/** One erasure: under way, or done. Nothing in it says who it was. */
export const erasure = z.object({
  id,
  state: z.enum(['running', 'done']),
  by: z.enum(['staff', 'visitor', 'restore']),
  counts,
  requestedAt: instant,
  doneAt: instant.nullable(),
});
export type Erasure = z.infer<typeof erasure>;
export const erasureReply = z.object({ erasure });
export const erasureList = z.object({ erasures: z.array(erasure) });

/** In which language the readable part is written. */
export const exportQuery = z.strictObject({ language: language.optional() });
export const personExportQuery = personQuery.extend({ language: language.optional() });

/** A visitor's own data, counted, as their browser may have it. */
export const ownData = z.object({ counts, pages });
export type OwnData = z.infer<typeof ownData>;
