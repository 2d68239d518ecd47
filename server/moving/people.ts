import { email as emailSchema, longest } from '../../shared/core/fields.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import type { Context } from '../context.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { derivedId } from '../core/derivedId.ts';
import { canonicalEmail, writtenEmail } from '../core/emailAddress.ts';
import { mailVisitorOf } from '../core/mail/incoming/mailVisitor.ts';
import { provenKey } from '../core/people/links/together.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findColleague, listVisitors } from './queries.ts';
import { type MovedPerson, RecordFault } from './shape.ts';
import { insertColleague, insertVisitor } from './writes.ts';

/** Somebody of the file as they are here, with the statements that store them where they are new. */
export interface Found {
  id: string;
  write(tx: Queries): Statement[];
}

const addressOf = ({ email }: MovedPerson): string | null =>
  email !== null && emailSchema.safeParse(email).success ? email : null;

/** A name as one line that can be read; null for none. */
const nameOf = ({ name }: MovedPerson): string | null => {
  const line = (name ?? '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, longest.name)
    .toWellFormed();
  return hasVisibleText(line) ? line : null;
};

const nothing = (): Statement[] => [];

/**
 * The visitor who wrote elsewhere. With an address: who has shown that it's theirs, else the one whom only the address
 * stands for. Who merely typed it somewhere may be somebody else, and would read what was said.
 * @throws RecordFault for somebody who was erased
 */
export const findWriter = async (
  ctx: Context,
  site: Site,
  from: string,
  person: MovedPerson,
  times: { first: number; last: number },
): Promise<Found> => {
  const email = addressOf(person);
  const row = {
    siteId: site.id,
    name: nameOf(person),
    email: email === null ? null : writtenEmail(email),
    emailKey: email === null ? null : canonicalEmail(email),
    language: mainLanguage(site.settings),
    createdAt: times.first,
    seenAt: times.last,
  };
  if (email === null) {
    const id = derivedId('moved person', site.id, from, person.id);
    if ((await ctx.tombstones.erasedAt(site.id, 'visitor', id)) !== null)
      throw new RecordFault('this person’s data was erased');
    const [known] = await listVisitors(ctx, site.id, { id });
    return { id, write: known ? nothing : (tx) => [insertVisitor(tx, { ...row, id })] };
  }
  const emailKey = canonicalEmail(email);
  if ((await ctx.tombstones.erasedAt(site.id, 'email', emailKey)) !== null)
    throw new RecordFault('this person’s data was erased');
  const proven = (await listVisitors(ctx, site.id, { emailKey }))
    .filter((one) => provenKey(one) !== null)
    .sort((one, other) => other.seenAt - one.seenAt)[0];
  if (proven) return { id: proven.id, write: nothing };
  const { id, isNew } = await mailVisitorOf(ctx, site, email, derivedId('moved person', site.id, emailKey));
  return { id, write: isNew ? (tx) => [insertVisitor(tx, { ...row, id })] : nothing };
};

/**
 * Finds a member of another help desk's team: the colleague with their address, else somebody who is kept for their name
 * and can't log in before they're invited. Without an address, one that no mail reaches stands for them (RFC 2606).
 */
export const createColleagues = (ctx: Context, site: Site, from: string) => {
  const known = new Map<string, { id: string; isMember: boolean }>();
  return async (person: MovedPerson): Promise<Found & { isMember: boolean }> => {
    const email = canonicalEmail(
      addressOf(person) ??
        `${derivedId('moved colleague', site.id, from, person.id || (person.name ?? ''))}@${from}.invalid`,
    );
    const before = known.get(email) ?? (await findColleague(ctx, site.id, email));
    const id = before?.id ?? derivedId('moved colleague', email);
    known.set(email, before ?? { id, isMember: false });
    const name = nameOf(person) ?? (addressOf(person)?.split('@')[0] || 'Agent');
    return {
      id,
      isMember: before?.isMember ?? false,
      write: before ? nothing : (tx) => [insertColleague(tx, { id, email, name }, ctx.clock.now())],
    };
  };
};
