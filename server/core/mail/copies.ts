import type { Copies, MailPerson, MessageMail } from '../../../shared/core/conversations/mailPeople.ts';
import { peopleOf } from '../../../shared/core/conversations/mailNames.ts';
import type { Context } from '../../context.ts';
import type { ConversationRow } from '../conversations/queries/conversations.ts';
import { canonicalEmail, isSameEmail, writtenEmail } from '../emailAddress.ts';
import { Failure } from '../http/failure.ts';
import { findVisitorRow } from '../people/visitors/queries.ts';
import { findOwners, listMailsOfPeople } from './incoming/queries.ts';
import { isStopped } from './queries.ts';

/**
 * The people whom a reply goes to besides the visitor, by the names that the conversation knows them by.
 * @throws Failure `invalid` where nothing goes out by mail, or for an address of our own; `forbidden` for one that
 * unsubscribed
 */
export const readCopies = async (
  ctx: Context,
  row: ConversationRow,
  { cc = [], bcc = [] }: Copies,
): Promise<MessageMail | null> => {
  if (cc.length + bcc.length === 0) return null;
  const visitor = await findVisitorRow(ctx, row.siteId, row.visitorId);
  const visitorEmail = visitor?.email;
  if (row.kind !== 'mail' || !visitorEmail)
    throw new Failure('invalid', 'Only a reply to an email has other recipients.', {
      fields: { cc: 'not_allowed' },
    });
  const known = (await listMailsOfPeople(ctx, row.siteId, row.id)).flatMap(peopleOf);
  const owners = new Set(
    (await findOwners(ctx, [...cc, ...bcc].map(canonicalEmail))).map(({ address }) => address),
  );
  const seen = new Set<string>();
  const read = async (list: readonly string[], field: 'cc' | 'bcc'): Promise<MailPerson[]> => {
    const people: MailPerson[] = [];
    for (const address of list) {
      const key = canonicalEmail(address);
      if (seen.has(key) || isSameEmail(address, visitorEmail)) continue;
      seen.add(key);
      if (owners.has(key) || isSameEmail(address, ctx.config.mail.from))
        throw new Failure('invalid', 'This is one of the site’s own addresses.', {
          fields: { [field]: 'not_allowed' },
        });
      if (await isStopped(ctx, row.siteId, address))
        throw new Failure('forbidden', 'This address has unsubscribed.', {
          fields: { [field]: 'not_allowed' },
        });
      const name = known.findLast((one) => isSameEmail(one.address, address))?.name ?? '';
      people.push({ name, address: writtenEmail(address) });
    }
    return people;
  };
  const mail = { cc: await read(cc, 'cc'), bcc: await read(bcc, 'bcc') };
  return mail.cc.length + mail.bcc.length === 0
    ? null
    : { ...(mail.cc.length && { cc: mail.cc }), ...(mail.bcc.length && { bcc: mail.bcc }) };
};
