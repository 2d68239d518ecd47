import { createECDH, hkdfSync } from 'node:crypto';
import webPush from 'web-push';
import type { Connector } from './net/connector.ts';

export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** The browser does not want it any more, or the push service will never take it. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused';
  /** True when the subscription has ended: it is to be forgotten. */
  readonly isGone: boolean;
  constructor(isGone: boolean) {
    super(isGone ? 'the subscription has ended' : 'the push service refused it');
    this.isGone = isGone;
  }
}

export interface Pusher {
  /** Base64url of the key's uncompressed point (RFC 8292, section 3.2). */
  readonly publicKey: string;
  /** Whether an endpoint is one that we send to. */
  accepts(endpoint: string): boolean;
  /**
   * Resolves when the push service has taken it.
   * @param text at most 3,000 bytes, encrypted for the browser (RFC 8291)
   * @param topic at most 32 base64url letters: the push service keeps the newest of each (RFC 8030, section 5.4)
   * @param keep how long it is kept for a browser that is away, seconds
   * @throws PushRefused for good, Error for now
   */
  send(target: PushTarget, text: string, topic: string, keep: number): Promise<void>;
}

/** The order of the curve P-256 (SEC 2, section 2.4.2): a private key is a number below it. */
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/** The installation's key, out of its secret: every machine of a cluster has the same, and there is nothing to keep. */
const keysFrom = (secret: string): { publicKey: string; privateKey: string } => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'foyer web push', 48)).toString('hex');
  // Of 48 bytes the rest is as good as even (FIPS 186-5, appendix A.2.1).
  const number = (BigInt(`0x${bytes}`) % (order - 1n)) + 1n;
  const privateKey = Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(privateKey);
  return { publicKey: pair.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') };
};

const maxSendTime = 10_000;
/** Bytes of a push service's answer: it is a word, if anything. */
const maxResponseBytes = 4_096;

/**
 * Sends notifications to browsers that are closed: Web Push (RFC 8030) with VAPID (RFC 8292).
 * @param subject who we are for the push service: an address of ours
 */
export const createPusher = (secret: string, subject: string, connector: Connector): Pusher => {
  const keys = keysFrom(secret);
  return {
    publicKey: keys.publicKey,
    accepts: connector.accepts,
    async send({ endpoint, p256dh, auth }, text, topic, keep) {
      // The library makes the request; it would read where it goes in a way of its own, so it doesn't send it.
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
        vapidDetails: { subject, ...keys },
        TTL: keep,
        topic,
        urgency: 'high',
      });
      const { status } = await connector.post({
        url: endpoint,
        from: 'anybody',
        headers: Object.fromEntries(
          Object.entries(headers as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
        ),
        body,
        timeout: maxSendTime,
        maxBytes: maxResponseBytes,
      });
      if (status >= 200 && status < 300) return;
      if (status === 404 || status === 410) throw new PushRefused(true);
      if (status >= 400 && status < 500 && status !== 429) throw new PushRefused(false);
      // Nothing of its text: it may hold the endpoint, which is a secret of the browser's.
      throw Object.assign(new Error('push'), { code: status });
    },
  };
};
