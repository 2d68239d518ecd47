import { longest } from '../../../../shared/core/fields.ts';
import { mainLanguage } from '../../../../shared/core/languages.ts';
import { hasVisibleText } from '../../../../shared/core/visibleText.ts';
import type { Context } from '../../../context.ts';
import { cut, cutAtWord } from '../../content/cut.ts';
import { isFlooded } from '../../conversations/flood.ts';
import { noticeEvent } from '../../conversations/notices.ts';
import { insertNotice } from '../../conversations/writes/notices.ts';
import { openConversation } from '../../conversations/writes/opening.ts';
import { writtenEmail } from '../../emailAddress.ts';
import { planJob } from '../../jobs/queries.ts';
import { fingerprint } from '../../people/secrets.ts';
import { acknowledgementJob } from '../acknowledgement.ts';
import { findMail, insertMail } from '../queries.ts';
import { maxPart } from '../reading/quoteLines.ts';
import type { ReadMail } from '../reading/readMail.ts';
import type { Addressed } from './addressed.ts';
import { keepOriginal, mailOf } from '../originals/keepOriginal.ts';
import { keepFiles } from './keepFiles.ts';
import { mailVisitorOf } from './mailVisitor.ts';
import { noteOf } from './notes.ts';
import { othersOf } from './others.ts';
import { findTeam } from './queries.ts';
import { messageIdOfMail } from './takeReply.ts';
import { bareSubject } from './typedSubject.ts';

/** Longest subject that is made of the first words, code units. */
const maxFirstWords = 80;

const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ').trim();

/** The parts of a mail that a conversation begins with. */
export const firstPartsOf = (read: Pick<ReadMail, 'subject' | 'own' | 'quoted'>) => {
  const subject = cut(bareSubject(oneLine(read.subject)), longest.title);
  const said = [read.own, subject, read.quoted].find(hasVisibleText) ?? '';
  return {
    subject,
    body: cut(said, maxPart).trim(),
    // What was forwarded without a word is folded below its subject.
    quoted: said === read.quoted ? null : cut(read.quoted, maxPart).trim() || null,
  };
};

/**
 * Opens a conversation with a mail, as it came: its subject, words and files, the promise as any new one gets. The same
 * mail again changes nothing.
 */
export const openByMail = async (
  ctx: Context,
  { site, address }: Addressed,
  read: ReadMail,
  given: { id: string; isApart: boolean; mayAcknowledge: boolean },
): Promise<'received' | 'repeated' | 'blocked' | 'empty'> => {
  const { id } = given;
  if (await findMail(ctx, site.id, id)) return 'repeated';
  const visitor = await mailVisitorOf(ctx, site, read.from, id);
  if (visitor.blocked) return 'blocked';
  const { subject, body, quoted } = firstPartsOf(read);
  const { ids, refused } = await keepFiles(ctx, site, visitor.id, id, read);
  const original = await keepOriginal(ctx, site.id, visitor.id, id, read);
  if (!body && ids.length === 0 && refused.length === 0) return 'empty';
  const from = writtenEmail(read.from);
  const language = address.language || mainLanguage(site.settings);
  const held = isFlooded(ctx, site);
  const about = { siteId: site.id, id, visitorId: visitor.id };
  const notices = [
    ...(given.isApart ? [noteOf(id, 'mail_apart', { address: cut(from, longest.email) })] : []),
    ...(refused.length ? [noteOf(id, 'files_refused', { names: cut(refused.join(', '), 1_000) })] : []),
  ];
  await openConversation(
    ctx,
    site,
    visitor,
    {
      id,
      kind: 'mail',
      subject: subject || cutAtWord(oneLine(body.split('\n', 1)[0] ?? ''), maxFirstWords) || from,
      body,
      quoted,
      attachments: ids,
      mail: mailOf(await othersOf(ctx, read, from, null), original),
      language,
      category: null,
      visibility: 'private',
      place: { page: null, referrer: null, zone: null, device: null },
      held,
      fingerprint: fingerprint(body, quoted ?? '', ids.join()),
      teamId: await findTeam(ctx, site.id, address.team),
      name: cut(oneLine(read.fromName), longest.name) || null,
      email: from,
    },
    (tx, now, seq) => [
      insertMail(
        tx,
        {
          siteId: site.id,
          id,
          kind: 'inbound',
          conversationId: id,
          address: from,
          messageId: messageIdOfMail(read),
          state: 'received',
          mailbox: address.address,
        },
        now,
      ),
      ...notices.flatMap((notice, place) => insertNotice(tx, about, notice, seq + 1 + place, now)),
      ...(given.mayAcknowledge && !held
        ? [
            planJob(
              tx,
              site.id,
              acknowledgementJob({ conversation: id, address: from, at: address }, now),
              now,
            ),
          ]
        : []),
    ],
    notices.map((notice) => noticeEvent(about, notice)),
  );
  return 'received';
};
