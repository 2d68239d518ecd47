import { z } from 'zod';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import type { Carried } from './carried.ts';
import { bindTopic, type MailHookRow } from './queries.ts';
import { confirmSubscription, readSns } from './sns.ts';

/** https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html */
const notification = z.object({
  notificationType: z.literal('Received'),
  content: z.string().optional(),
  receipt: z.object({
    recipients: z.array(z.string()).max(1_000),
    action: z.object({ encoding: z.string().optional() }),
  }),
});

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * The mail that Amazon SES posted by SNS; null for a message that is none: a subscription, which is confirmed, or
 * Amazon's greeting to a new one. A hook belongs to the topic that it was confirmed for first.
 * @throws Failure
 */
export const readSes = async (ctx: Context, hook: MailHookRow, body: unknown): Promise<Carried | null> => {
  const given = await readSns(ctx, body);
  if (hook.topic !== null && hook.topic !== given.TopicArn)
    throw new Failure('unauthenticated', 'This is another topic’s message.');
  if (given.Type === 'SubscriptionConfirmation') {
    await confirmSubscription(ctx, given);
    await bindTopic(ctx, hook, given.TopicArn);
    return null;
  }
  if (given.Type === 'UnsubscribeConfirmation') return null;
  if (hook.topic === null) throw new Failure('unauthenticated', 'This topic wasn’t confirmed.');
  const found = notification.safeParse(readJson(given.Message));
  // Amazon says once, in a message of its own, that it could post: it carries no mail.
  if (!found.success) return null;
  const { content, receipt } = found.data;
  if (content === undefined)
    throw new Failure('invalid', 'There’s no content: the receipt rule needs an SNS action, not S3.');
  const encoding = receipt.action.encoding?.toUpperCase() === 'BASE64' ? 'base64' : 'utf8';
  return { raw: Buffer.from(content, encoding), recipients: receipt.recipients };
};
