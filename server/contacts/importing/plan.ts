import type { ImportFault } from '../../../shared/contacts/importSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { derivedId } from '../../core/derivedId.ts';
import { canonicalEmail, isSameEmail, writtenEmail } from '../../core/emailAddress.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { mailVisitorId } from '../../core/people/visitors/mailVisitorId.ts';
import type { VisitorRow } from '../queries/contacts.ts';
import type { contactStages, contactValues } from '../tables.ts';
import { describeVisitor, insertContact, insertStage, replaceValue } from '../writes.ts';
import type { GivenContact } from './readLine.ts';

/** Whoever imports: a colleague, or nobody on the command line. */
export interface Importer {
  staffId: string;
  via: string | null;
}

/** Contacts that some lines may mean, and what the team keeps of them. */
export interface KnownContacts {
  rows: readonly VisitorRow[];
  values: readonly (typeof contactValues.$inferSelect)[];
  /** The newest first. */
  stages: readonly (typeof contactStages.$inferSelect)[];
}

/** The outcome of a line. */
export type Planned =
  | { outcome: 'added' | 'changed'; contact: string; write(tx: Queries): Statement[] }
  | { outcome: 'unchanged'; contact: string }
  | { outcome: 'rejected'; reason: ImportFault };

/** The contact that a line means: by our own ID, then the customer's, then the address, of several the one seen last. */
const findMeant = (
  { id, subject, email }: GivenContact,
  rows: readonly VisitorRow[],
): VisitorRow | undefined => {
  const key = email === null ? null : canonicalEmail(email);
  return (
    (id === null ? undefined : rows.find((row) => row.id === id)) ??
    (subject === null ? undefined : rows.find((row) => row.subject === subject)) ??
    (key === null
      ? undefined
      : rows
          .filter((row) => row.emailKey === key && (subject === null || row.subject === null))
          .sort((one, other) => other.seenAt - one.seenAt)[0])
  );
};

/** The columns of a visitor that a line changes. What was signed stays: the badge beside it would lie. */
const changesOf = (given: GivenContact, row: VisitorRow): Partial<VisitorRow> => {
  const { name, email, subject, language } = given;
  const hasOtherEmail = email !== null && !row.emailSigned && !isSameEmail(row.email ?? '', email);
  return {
    ...(name !== null && name !== row.name && (row.subject === null || row.name === null) && { name }),
    ...(hasOtherEmail && {
      email: writtenEmail(email),
      emailKey: canonicalEmail(email),
      emailVerifiedAt: null,
    }),
    ...(subject !== null && row.subject === null && { subject, subjectImported: true }),
    ...(language !== null && language !== row.language && { language }),
  };
};

/** The statements that give a contact the line's attributes and stage, where they are others. */
const keptChanges = (
  ctx: Pick<Context, 'clock'>,
  site: Site,
  given: GivenContact,
  contact: string,
  known: Pick<KnownContacts, 'values' | 'stages'>,
  by: Importer,
): ((tx: Queries) => Statement[])[] => {
  const now = ctx.clock.now();
  const values = given.values.filter(
    ({ attribute, value }) =>
      known.values.find((one) => one.visitorId === contact && one.attributeId === attribute)?.value !== value,
  );
  const stage = known.stages.find(({ visitorId }) => visitorId === contact)?.stageId ?? null;
  return [
    ...values.map(({ attribute, value }) => {
      const key = { siteId: site.id, visitorId: contact, attributeId: attribute };
      return (tx: Queries) => replaceValue(tx, [contact], key, { ...key, ...by, value, at: now });
    }),
    ...(given.stage !== null && given.stage !== stage
      ? [
          (tx: Queries) => [
            insertStage(tx, {
              ...by,
              siteId: site.id,
              id: newId(now),
              visitorId: contact,
              stageId: given.stage,
              at: now,
            }),
          ],
        ]
      : []),
  ];
};

const nothingKept = { values: [], stages: [] };

const planNew = async (
  ctx: Pick<Context, 'clock' | 'tombstones'>,
  site: Site,
  given: GivenContact,
  by: Importer,
): Promise<Planned> => {
  const { subject, email } = given;
  if (subject === null && email === null) return { outcome: 'rejected', reason: 'nobody' };
  const isErased =
    (email !== null && (await ctx.tombstones.erasedAt(site.id, 'email', canonicalEmail(email))) !== null) ||
    (subject !== null && (await ctx.tombstones.erasedAt(site.id, 'subject', subject)) !== null);
  if (isErased) return { outcome: 'rejected', reason: 'erased' };
  const contact =
    subject === null && email !== null
      ? mailVisitorId(site.id, email, null)
      : derivedId('imported contact', site.id, subject ?? '');
  const kept = keptChanges(ctx, site, given, contact, nothingKept, by);
  const row = {
    siteId: site.id,
    id: contact,
    name: given.name,
    email: email === null ? null : writtenEmail(email),
    emailKey: email === null ? null : canonicalEmail(email),
    subject,
    subjectImported: subject !== null,
    language: given.language ?? mainLanguage(site.settings),
    createdAt: ctx.clock.now(),
    seenAt: ctx.clock.now(),
  };
  return {
    outcome: 'added',
    contact,
    write: (tx) => [insertContact(tx, row), ...kept.flatMap((write) => write(tx))],
  };
};

/** Finds out what a line changes. */
export const planLine = async (
  ctx: Pick<Context, 'clock' | 'tombstones'>,
  site: Site,
  given: GivenContact,
  known: KnownContacts,
  by: Importer,
): Promise<Planned> => {
  const row = findMeant(given, known.rows);
  if (!row) return planNew(ctx, site, given, by);
  // Two people: their customer's ID is another's, or the contact is known under another.
  if (given.subject !== null && row.subject !== null && row.subject !== given.subject)
    return { outcome: 'rejected', reason: 'taken' };
  if (given.subject !== null && known.rows.some((one) => one.id !== row.id && one.subject === given.subject))
    return { outcome: 'rejected', reason: 'taken' };
  const changes = changesOf(given, row);
  const kept = keptChanges(ctx, site, given, row.id, known, by);
  if (Object.keys(changes).length === 0 && kept.length === 0)
    return { outcome: 'unchanged', contact: row.id };
  return {
    outcome: 'changed',
    contact: row.id,
    write: (tx) => [
      ...(Object.keys(changes).length ? [describeVisitor(tx, site.id, row.id, changes)] : []),
      ...kept.flatMap((write) => write(tx)),
    ],
  };
};
