import { Webhook } from 'standardwebhooks';
import type { Context } from '../context.ts';
import { type OutsideFault, OutsideError } from '../core/net/connector.ts';
import { version } from '../version.ts';
import type { EndpointRow } from './queries.ts';
import { restOf } from './schedule.ts';

/** For everything from the look-up of the name to the last byte of the answer, milliseconds. */
export const sendTimeout = 20_000;
/** Bytes of an answer that are read, and code units of it that are kept. */
const [maxAnswerBytes, maxAnswerKept] = [65_536, 1_000];

/** The outcome of one try. */
export interface Sent {
  /** Null when nothing answered. */
  status: number | null;
  /** Empty when it was taken. */
  reason: '' | OutsideFault | 'refused' | 'gone' | 'busy' | 'redirected' | 'broken';
  /** The pause it asked for, milliseconds. */
  rest: number;
  duration: number;
  answer: string;
}

const reasonOf = (status: number): Sent['reason'] => {
  if (status >= 200 && status < 300) return '';
  if (status === 410) return 'gone';
  if (status === 429 || status === 503) return 'busy';
  if (status >= 300 && status < 400) return 'redirected';
  return status >= 500 ? 'broken' : 'refused';
};

/** The signature by the endpoint's secret, and by the one before while that stands. */
const signatureOf = (
  { secret, oldSecret, oldSecretUntil }: EndpointRow,
  id: string,
  now: number,
  body: string,
): string => {
  const isOldValid = oldSecret !== null && (oldSecretUntil ?? 0) > now;
  return [secret, ...(isOldValid ? [oldSecret] : [])]
    .map((one) => new Webhook(one).sign(id, new Date(now), body))
    .join(' ');
};

/** Posts a message to an endpoint, signed by Standard Webhooks 1.0. Follows no redirect. */
export const sendWebhook = async (
  ctx: Pick<Context, 'connector' | 'clock'>,
  endpoint: EndpointRow,
  message: string,
  body: string,
): Promise<Sent> => {
  const id = `msg_${message}`;
  const now = ctx.clock.now();
  const start = ctx.clock.monotonic();
  const duration = (): number => Math.round(ctx.clock.monotonic() - start);
  try {
    const answered = await ctx.connector.post({
      url: endpoint.url,
      from: 'anybody',
      headers: {
        'content-type': 'application/json',
        'user-agent': `Foyer/${version}`,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now / 1_000)),
        'webhook-signature': signatureOf(endpoint, id, now, body),
      },
      body,
      timeout: sendTimeout,
      maxBytes: maxAnswerBytes,
    });
    return {
      status: answered.status,
      reason: reasonOf(answered.status),
      rest: restOf(answered.retryAfter, now),
      duration: duration(),
      answer: answered.body.slice(0, maxAnswerKept).replaceAll('\0', ''),
    };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { status: null, reason: error.code, rest: 0, duration: duration(), answer: '' };
  }
};
