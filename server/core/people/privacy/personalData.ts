import type { Removed } from '../../../../shared/core/conversations/schema.ts';
import type { PersonalDataKind } from '../../../../shared/core/people/personalDataKinds.ts';
import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import type {
  EraseBatch,
  ForgetAfter,
  KeptData,
  Person,
  PersonalFile,
  PersonalRow,
  PublicPages,
  Ties,
} from './person.ts';

/**
 * A feature's personal data: counted, exported and erased a bounded batch at a time. A feature that keeps anything of
 * people registers it, see `personalData` in `feature.ts`.
 */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  count(ctx: Context, person: Person): Promise<number>;
  /** Everything of it, oldest first or by key, read a page at a time. */
  export(ctx: Context, person: Person): AsyncIterable<PersonalRow>;
  files?(ctx: Context, person: Person): AsyncIterable<PersonalFile>;
  /** The next batch of what is to go; null when nothing is left. */
  erase(ctx: Context, person: Person): Promise<EraseBatch | null>;
  /** Empties what this process holds of it in memory and in files that can be built again; called after all is erased. */
  forget?(ctx: Context, siteId: string, after: ForgetAfter): void | Promise<void>;
  /** Addresses of a site that data hangs on without a visitor, each in its one form: looked through after a restore. */
  addresses?(ctx: Context, siteId: string): AsyncIterable<string>;
  /** The statements that empty its copies of one message that was taken away, or of one of its files. */
  redact?(tx: Queries, siteId: string, messageId: string, what: Removed['what']): Statement[];
  /**
   * The statements that take away its copies of what others erase, by the ids of events' subjects. What is shown of many
   * people at once, or of somebody without an id, is found by no person.
   */
  eraseCopies?(tx: Queries, siteId: string, ids: readonly string[]): Statement[];
  /** Counts public pages in a person's words, and those that were made of what they wrote in words of the team's. */
  pages?(ctx: Context, person: Person): Promise<PublicPages>;
  /** The rows that keep a visitor or a conversation from being deleted for its age alone. */
  readonly ties?: Ties;
}

/** Binds features' personal data to a context that comes later. */
export const bindPersonalData = (ctx: Context, data: PersonalData): KeptData => ({
  kind: data.kind,
  count: (person) => data.count(ctx, person),
  export: (person) => data.export(ctx, person),
  erase: (person) => data.erase(ctx, person),
  ...(data.files && { files: (person: Person) => data.files?.(ctx, person) ?? nothing() }),
  ...(data.addresses && {
    addresses: (siteId: string) => data.addresses?.(ctx, siteId) ?? nothing(),
  }),
  ...(data.pages && {
    pages: async (person: Person) => (await data.pages?.(ctx, person)) ?? { go: 0, stay: 0 },
  }),
  ...(data.redact && { redact: data.redact }),
  ...(data.eraseCopies && { eraseCopies: data.eraseCopies }),
  ...(data.ties && { ties: data.ties }),
  ...(data.forget && {
    forget: (siteId: string, after: ForgetAfter) => data.forget?.(ctx, siteId, after),
  }),
});

async function* nothing(): AsyncGenerator<never> {}
