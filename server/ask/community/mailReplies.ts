import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { findConversations } from '../../core/conversations/queries/conversations.ts';
import { Failure } from '../../core/http/failure.ts';
import { mailVisitorOf } from '../../core/mail/incoming/mailVisitor.ts';
import type { AnsweredMail, InboundResult, MailReplies } from '../../core/mail/mailReplies.ts';
import { mailLanguage } from '../../core/mail/texts.ts';
import { fill } from '../../core/pages/texts.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { findVisitorRow } from '../../core/people/visitors/queries.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { verifyEmail } from '../../core/people/visitors/writes.ts';
import { communityTexts } from '../communityTexts.ts';
import { findAnswer, listAnswers } from '../queries/answers.ts';
import { listMerged } from '../queries/community.ts';
import { type FollowerRow, listFollowersAt } from '../queries/followers.ts';
import { findPublished, type QuestionRow } from '../queries/questions.ts';
import { takesAnswers } from '../rules.ts';
import { confirmFollow } from '../writes/followers.ts';
import { addAnswer } from './answering.ts';
import { askerFollowId } from './jobs.ts';

/** The question that a mail told of, or what it was merged into; null once nobody can read it. */
const questionOf = async (ctx: Context, site: Site, mail: AnsweredMail): Promise<QuestionRow | null> => {
  const row = await findPublished(ctx, site.id, mail.conversationId);
  return row?.duplicateOf ? findPublished(ctx, site.id, row.duplicateOf) : row;
};

/** A visitor who asked one of some questions and follows it as its asker, as one who writes. */
const askerOf = async (
  ctx: Context,
  site: Site,
  merged: Awaited<ReturnType<typeof listMerged>>,
  { id: followId, questionId }: FollowerRow,
): Promise<Visitor | null> => {
  const ids = merged.flatMap(({ conversationId }) => conversationId ?? []);
  const conversations = ids.length ? await findConversations(ctx, site.id, ids) : [];
  const askers = [
    ...conversations.map(({ visitorId }) => visitorId),
    ...merged.flatMap(({ askerId }) => askerId ?? []),
  ];
  for (const visitorId of askers) {
    if (askerFollowId(site.id, questionId, visitorId) !== followId) continue;
    const row = await findVisitorRow(ctx, site.id, visitorId);
    if (!row) continue;
    const { id, name, email, subject, blockedAt } = row;
    return {
      id,
      siteId: site.id,
      name,
      email,
      emailVerified: true,
      blocked: blockedAt !== null,
      subject,
      isNew: false,
      secretHash: '',
    };
  }
  return null;
};

/** The outcome of an answer that wasn't taken; what is to be tried again is thrown on. */
const outcomeOf = (error: unknown): InboundResult => {
  const code = error instanceof Failure ? error.code : null;
  if (code === 'forbidden') return 'blocked';
  if (code === 'conflict') return 'reused';
  if (code === 'invalid') return 'not_taken';
  throw error;
};

const takeReply = async (
  ctx: Context,
  site: Site,
  mail: AnsweredMail,
  { id, body, isFromReader }: Parameters<MailReplies['take']>[2],
): Promise<InboundResult> => {
  const question = await questionOf(ctx, site, mail);
  if (!question) return 'unknown';
  if (!takesAnswers(site, question)) return 'closed';
  const merged = await listMerged(ctx, site.id, question.id);
  const follows = await listFollowersAt(
    ctx,
    site.id,
    merged.map((row) => row.id),
    mail.address,
  );
  // Who follows no more was told by an old mail; what they write is theirs all the same.
  const follower = follows.find(({ isAsker }) => isAsker) ?? follows[0];
  if (!follower) return 'unknown';
  const asker = follower.isAsker ? await askerOf(ctx, site, merged, follower) : null;
  const known = asker ?? (await mailVisitorOf(ctx, site, mail.address, id));
  const visitor: Visitor = { ...known, email: known.email ?? mail.address, emailVerified: true };
  const before = await findAnswer(ctx, site.id, id);
  const language = follower.language || mainLanguage(site.settings);
  try {
    await addAnswer(
      ctx,
      site,
      visitor,
      question.id,
      { id, body, language },
      { address: mail.address, isPlain: true },
      {
        email: mail.address,
        mustWait: !isFromReader,
      },
    );
  } catch (error) {
    return outcomeOf(error);
  }
  if (before) return 'repeated';
  if (isFromReader) {
    // Only who reads it knows the address that it came by.
    await ctx.database.write((tx) => [verifyEmail(tx, site.id, visitor.id, mail.address, ctx.clock.now())]);
    if (follower.confirmedAt === null && follower.endedAt === null) await confirmFollow(ctx, follower);
  }
  return 'received';
};

/** Replies to emails about answers: each is an answer to the question, held by the rules of the page. */
export const answersByMail = (ctx: Context): MailReplies => ({
  kind: 'answer',
  async linesOf(site, mail) {
    const question = await questionOf(ctx, site, mail);
    if (!question) return null;
    const merged = await listMerged(ctx, site.id, question.id);
    const answers = await listAnswers(
      ctx,
      site.id,
      merged.map(({ id }) => id),
    );
    const follows = await listFollowersAt(
      ctx,
      site.id,
      merged.map(({ id }) => id),
      mail.address,
    );
    const texts = communityTexts(mailLanguage(follows[0]?.language ?? '', mainLanguage(site.settings)).tag);
    const own = [texts.mailLead, texts.askerLead, texts.why, texts.whyAsker, texts.answerByMail];
    return [
      ...answers.flatMap(({ body }) => body.split('\n', 100)),
      ...own.map((text) => fill(text, { site: site.name })),
    ];
  },
  take: (site, mail, reply) => takeReply(ctx, site, mail, reply),
});
