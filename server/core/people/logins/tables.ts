import { at, json, index, table, text } from '../../db/columns.ts';

/** A login that a browser has begun and not finished: gone with its first use, or after minutes. */
export const loginSteps = table(
  'login_steps',
  {
    /** The browser's cookie, as SHA-256. */
    hash: text('hash').primaryKey(),
    /** The kind of step: what one was begun for finishes nothing else. */
    kind: text('kind').notNull(),
    payload: json<Record<string, string>>('payload').notNull(),
    endsAt: at('ends_at').notNull(),
  },
  (step) => [index('login_steps_end').on(step.endsAt)],
);
