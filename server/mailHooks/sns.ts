import { createVerify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';

/** A message of Amazon SNS: https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
const message = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string().max(200),
  TopicArn: z.string().max(500),
  Subject: z.string().max(1_000).nullish(),
  Message: z.string(),
  Timestamp: z.string().max(100),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string().max(2_000),
  SigningCertURL: z.string().max(500),
  SubscribeURL: z.string().max(2_000).nullish(),
  Token: z.string().max(1_000).nullish(),
});
export type SnsMessage = z.infer<typeof message>;

type Needs = Pick<Context, 'connector' | 'clock'>;

const host = /^sns\.[a-z]{2}(?:-[a-z]+)+-\d{1,2}\.amazonaws\.com(?:\.cn)?$/;
const timeout = 10_000;
const maxCertificate = 20_000;
/** A certificate is asked for again after so long, milliseconds. */
const keptFor = 24 * 3_600_000;
/** Certificates that are kept: Amazon has one for each region. */
const maxKept = 50;

const certificates = new Map<string, { certificate: X509Certificate; until: number }>();

/** An address of Amazon's own, by https. @throws Failure `unauthenticated` for any other */
const amazonUrl = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || !host.test(url.hostname))
    throw new Failure('unauthenticated', 'This isn’t an address of Amazon SNS.');
  return url;
};

const away = (): never => {
  throw new Failure('unavailable', 'Amazon SNS can’t be asked right now.');
};

const certificateAt = async (ctx: Needs, text: string): Promise<X509Certificate> => {
  const url = amazonUrl(text);
  if (!/^\/SimpleNotificationService-[0-9a-f]{1,100}\.pem$/.test(url.pathname) || url.search !== '')
    throw new Failure('unauthenticated', 'This isn’t a certificate of Amazon SNS.');
  const now = ctx.clock.now();
  const known = certificates.get(url.href);
  if (known && known.until > now) return known.certificate;
  const answer = await ctx.connector
    .get({ url: url.href, from: 'anybody', headers: {}, timeout, maxBytes: maxCertificate })
    .catch(away);
  if (answer.status !== 200) return away();
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(answer.body);
  } catch {
    return away();
  }
  if (certificates.size >= maxKept) certificates.clear();
  certificates.set(url.href, { certificate, until: now + keptFor });
  return certificate;
};

/** The text that is signed: names and values, in the order of the alphabet. */
const signedText = (given: SnsMessage): string => {
  const names =
    given.Type === 'Notification'
      ? (['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const)
      : (['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const);
  return names
    .flatMap((name) => {
      const value = given[name as keyof SnsMessage];
      return value === null || value === undefined ? [] : [`${name}\n${value}\n`];
    })
    .join('');
};

/**
 * Reads a message of Amazon SNS and checks that it is Amazon's.
 * @throws Failure `invalid`, `unauthenticated`, `unavailable` while its certificate cannot be had
 */
export const readSns = async (ctx: Needs, body: unknown): Promise<SnsMessage> => {
  const found = message.safeParse(body);
  if (!found.success) throw new Failure('invalid', 'This isn’t a message of Amazon SNS.');
  const given = found.data;
  const certificate = await certificateAt(ctx, given.SigningCertURL);
  const verifier = createVerify(given.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256');
  verifier.update(signedText(given), 'utf8');
  if (!verifier.verify(certificate.publicKey, given.Signature, 'base64'))
    throw new Failure('unauthenticated', 'The signature isn’t right.');
  return given;
};

/** Says to Amazon that the topic's messages are wanted here. @throws Failure */
export const confirmSubscription = async (ctx: Needs, { SubscribeURL }: SnsMessage): Promise<void> => {
  const url = amazonUrl(SubscribeURL ?? '');
  const { status } = await ctx.connector
    .get({ url: url.href, from: 'anybody', headers: {}, timeout, maxBytes: maxCertificate })
    .catch(away);
  if (status !== 200) away();
};
