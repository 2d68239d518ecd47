import type { Contact, ContactReply, ContactRow } from '../../shared/contacts/schema.ts';
import type { Context } from '../context.ts';
import { namesOf } from '../core/conversations/queries/names.ts';
import { notFound } from '../core/http/failure.ts';
import { listLinks } from '../core/people/links/queries.ts';
import { describePerson } from '../core/people/links/together.ts';
import type { Person } from '../core/people/privacy/person.ts';
import { findPerson } from '../core/people/privacy/queries/erasures.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { countOpen, type VisitorRow } from './queries/contacts.ts';
import { listStages, listValues } from './queries/values.ts';

const groupOf = ({ subject, subjectImported, emailKey }: VisitorRow): ContactRow['group'] => {
  if (subject !== null) return subjectImported ? 'imported' : 'verified';
  return emailKey !== null ? 'email' : 'anonymous';
};

/** A visitor as a contact of the list. */
export const toRow = (row: VisitorRow, open: number): ContactRow => ({
  id: row.id,
  name: row.name,
  email: row.email,
  group: groupOf(row),
  emailVerified: row.emailSigned || row.emailVerifiedAt !== null,
  language: row.language,
  open,
  firstSeenAt: row.createdAt,
  seenAt: row.seenAt,
});

/**
 * The person whom staff mean by a contact: what hangs on an address that was only typed is not told, as in exports.
 * @throws Failure `not_found`
 */
export const readContact = async (ctx: Context, site: Site, id: string) => {
  const found = await findPerson(ctx, site.id, { visitor: id });
  const [first] = found?.rows ?? [];
  if (!found || !first) throw notFound();
  return { person: found.told satisfies Person, rows: found.rows, first };
};

const unique = <Value>(values: Value[]): Value[] => [...new Set(values)];

/** A contact's page. @throws Failure `not_found` */
export const viewContact = async (ctx: Context, site: Site, id: string): Promise<Contact> => {
  const { person, rows, first } = await readContact(ctx, site, id);
  const [open, values, stages, links] = await Promise.all([
    countOpen(ctx, site.id, person.visitors),
    listValues(ctx, person),
    listStages(ctx, person),
    listLinks(ctx, site.id, person.visitors),
  ]);
  const names = await namesOf(
    ctx,
    [...values, ...stages, ...links].map(({ staffId }) => staffId),
  );
  const by = ({ staffId, via }: { staffId: string; via: string | null }) => ({
    name: names.get(staffId) ?? null,
    via,
  });
  const seen = new Set<string>();
  const one = describePerson(first, rows);
  return {
    ...toRow(one, open),
    firstSeenAt: Math.min(...rows.map(({ createdAt }) => createdAt)),
    seenAt: Math.max(...rows.map(({ seenAt }) => seenAt)),
    subject: one.subject,
    customers: person.subjects,
    blocked: rows.some(({ blockedAt }) => blockedAt !== null),
    languages: unique(rows.map(({ language }) => language)),
    visitors: rows.map((row) => row.id),
    devices: rows.length,
    fromPage: Object.assign({}, ...rows.map(({ attributes }) => attributes ?? {}).reverse()),
    values: values.flatMap((row) => {
      if (seen.has(row.attributeId)) return [];
      seen.add(row.attributeId);
      return [{ attribute: row.attributeId, value: row.value, by: by(row), at: row.at }];
    }),
    stages: stages.map((row) => ({ stage: row.stageId, by: by(row), at: row.at })),
    links: links.map((link) => ({
      id: link.id,
      contacts: [link.visitorId, link.otherId].flatMap((id) => {
        const row = rows.find((other) => other.id === id);
        return row ? [toRow(row, 0)] : [];
      }),
      by: by(link),
      at: link.at,
    })),
  };
};

/** A contact's page, with what the owner has the team keep. @throws Failure `not_found` */
export const replyWith = async (ctx: Context, site: Site, id: string): Promise<ContactReply> => ({
  contact: await viewContact(ctx, site, id),
  ...site.settings.contacts,
});
