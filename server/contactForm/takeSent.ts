import { mainLanguage } from '../../shared/core/languages.ts';
import { longest } from '../../shared/core/fields.ts';
import type { Context } from '../context.ts';
import { cut, cutAtWord } from '../core/content/cut.ts';
import { noticeEvent } from '../core/conversations/notices.ts';
import { insertNotice } from '../core/conversations/writes/notices.ts';
import { openConversation } from '../core/conversations/writes/opening.ts';
import { isFlooded } from '../core/conversations/flood.ts';
import { derivedId } from '../core/derivedId.ts';
import { canonicalEmail, writtenEmail } from '../core/emailAddress.ts';
import { keepFiles } from '../core/mail/incoming/keepFiles.ts';
import { mailVisitorOf } from '../core/mail/incoming/mailVisitor.ts';
import { noteOf } from '../core/mail/incoming/notes.ts';
import { findTeam } from '../core/mail/incoming/queries.ts';
import { isLikelyPerson } from '../core/moderation/suspicion.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Sent } from './readSent.ts';

const day = 24 * 3_600_000;
/** Longest subject that is made of the first words, UTF-16 code units. */
const maxFirstWords = 80;

/**
 * Opens a conversation with what a form sent. A form carries no id of its own: the same words from the same address on one
 * day are one, however often the button was pressed.
 * @param address the network address that it came from
 * @throws what opening a conversation throws
 */
export const takeSent = async (
  ctx: Context,
  site: Site,
  sent: Sent,
  { address, language, page }: { address: string; language: string; page: string | null },
): Promise<void> => {
  const { name, email, subject, message, own } = sent;
  const now = ctx.clock.now();
  const words = JSON.stringify([canonicalEmail(email), subject, message, own]);
  const id = derivedId('contact form', site.id, words, String(Math.floor(now / day)));
  const visitor = await mailVisitorOf(ctx, site, email, id);
  // Whoever is blocked is told what everybody is.
  if (visitor.blocked) return;
  const { ids, refused } = await keepFiles(ctx, site, visitor.id, id, {
    whole: null,
    files: sent.files.map((file) => ({ ...file, type: 'application/octet-stream' })),
  });
  const isPerson = await isLikelyPerson(ctx, site, { address, isPlain: true });
  const about = { siteId: site.id, id, visitorId: visitor.id };
  const notices = refused.length
    ? [noteOf(id, 'files_refused', { names: cut(refused.join(', '), 1_000) })]
    : [];
  await openConversation(
    ctx,
    site,
    visitor,
    {
      ...{ id, kind: 'mail', body: message, attachments: ids, category: null, visibility: 'private' },
      subject: subject || cutAtWord(message.split('\n', 1)[0] ?? '', maxFirstWords) || writtenEmail(email),
      language: site.settings.languages.includes(language) ? language : mainLanguage(site.settings),
      place: {
        page: page === null ? null : { url: page, title: '' },
        referrer: null,
        zone: null,
        device: null,
      },
      held: !isPerson || isFlooded(ctx, site),
      fingerprint: fingerprint(words, ids.join()),
      teamId: await findTeam(ctx, site.id, site.settings.contactForm.team),
      name: name || null,
      email: cut(writtenEmail(email), longest.email),
      intake: own.length ? { answers: own, consent: null } : null,
    },
    (tx, at, seq) => notices.flatMap((notice, place) => insertNotice(tx, about, notice, seq + 1 + place, at)),
    notices.map((notice) => noticeEvent(about, notice)),
  );
};
