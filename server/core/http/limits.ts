import type { Metrics } from './metrics.ts';
import type { Clock } from '../clock.ts';
import { BoundedMap } from '../boundedMap.ts';
import { Failure } from './failure.ts';

/** A bucket of tokens: `burst` at once, refilled at `perMinute`. */
export interface Rate {
  perMinute: number;
  burst: number;
}

/** The cost of public calls, by what they do; the narrowest subject first. */
export const rates = {
  read: { address: { perMinute: 240, burst: 120 }, site: { perMinute: 60_000, burst: 6_000 } },
  suggest: { address: { perMinute: 300, burst: 80 }, site: { perMinute: 30_000, burst: 3_000 } },
  write: {
    visitor: { perMinute: 20, burst: 15 },
    address: { perMinute: 60, burst: 40 },
    site: { perMinute: 1_200, burst: 600 },
  },
  /** Saying that something is being written: it lets files in that belong to nothing yet. */
  draft: {
    visitor: { perMinute: 6, burst: 6 },
    address: { perMinute: 6, burst: 20 },
    site: { perMinute: 300, burst: 200 },
  },
  upload: {
    visitor: { perMinute: 12, burst: 12 },
    address: { perMinute: 30, burst: 30 },
    site: { perMinute: 600, burst: 200 },
  },
  event: { address: { perMinute: 120, burst: 60 }, site: { perMinute: 12_000, burst: 2_000 } },
  /** Reports of what went wrong in browsers: a few tell enough, and nobody waits for them. */
  report: { address: { perMinute: 6, burst: 10 }, site: { perMinute: 120, burst: 60 } },
  /** Opening streams; how many may be open at once is counted elsewhere. */
  live: { address: { perMinute: 60, burst: 40 }, site: { perMinute: 60_000, burst: 10_000 } },
  staff: { session: { perMinute: 600, burst: 200 } },
  login: { address: { perMinute: 4, burst: 30 } },
} as const satisfies Record<string, Partial<Record<'visitor' | 'address' | 'site' | 'session', Rate>>>;

export type RateClass = keyof typeof rates;

/** Share of a site's rate that one network of addresses has for itself. */
const networkShare = 1 / 4;

/** The network that an address belongs to: one provider, one data centre. IPv4 by its first half, IPv6 by its /32. */
const networkOf = (address: string): string =>
  address.includes(':') ? address.split(':').slice(0, 2).join(':') : address.split('.').slice(0, 2).join('.');

/** Buckets kept at the most; beyond that the longest untouched are forgotten, which only ever gives tokens back. */
const maxBuckets = 100_000;

/** The allowance of one IPv6 /48, as a multiple of one /64's. */
const sharedFactor = 8;

/**
 * The wider network that an IPv6 network of an address belongs to. A /48 is what one customer gets, with 65,536 networks
 * of /64 in it: counted alone, each would be a caller of its own.
 */
const widerNetwork = (subject: string): string | null =>
  subject.endsWith('::/64') ? `${subject.split(':').slice(0, 3).join(':')}::/48` : null;

export interface Limiter {
  /**
   * Takes one token; of an IPv6 network, one of its /48, too.
   * @returns how many whole ones are left
   * @throws Failure `limited` with the seconds until there is one again
   */
  take(rateClass: string, subject: string, rate: Rate): number;
}

/** @param scale multiplies every rate; load generators on loopback are one address */
export const createLimiter = (clock: Clock, scale = 1): Limiter => {
  const buckets = new BoundedMap<string, { tokens: number; at: number }>(maxBuckets);
  const limiter: Limiter = {
    take(rateClass, subject, rate) {
      const wider = widerNetwork(subject);
      if (wider)
        limiter.take(rateClass, wider, {
          perMinute: rate.perMinute * sharedFactor,
          burst: rate.burst * sharedFactor,
        });
      const name = `${rateClass}\n${subject}`;
      const now = clock.monotonic();
      const burst = rate.burst * scale;
      const perMillisecond = (rate.perMinute * scale) / 60_000;
      let bucket = buckets.get(name);
      if (!bucket) buckets.set(name, (bucket = { tokens: burst, at: now }));
      bucket.tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) * perMillisecond);
      bucket.at = now;
      if (bucket.tokens < 1)
        throw new Failure('limited', 'Too many requests.', {
          retryAfter: Math.ceil((1 - bucket.tokens) / perMillisecond / 1000),
        });
      bucket.tokens -= 1;
      return Math.floor(bucket.tokens);
    },
  };
  return limiter;
};

/** Whether there was a token; takes it. */
export const took = (limiter: Limiter, rateClass: string, subject: string, rate: Rate): boolean => {
  try {
    limiter.take(rateClass, subject, rate);
    return true;
  } catch {
    return false;
  }
};

/**
 * Takes one token of each subject that a class of calls is limited by and that is given.
 * @throws Failure `limited` with the seconds until there is one again
 */
export const limit = (
  { limiter, metrics }: { limiter: Limiter; metrics: Metrics },
  rateClass: RateClass,
  subjects: Partial<Record<'visitor' | 'address' | 'session', string>>,
): void => {
  const ofClass: Partial<Record<string, Rate>> = rates[rateClass];
  try {
    for (const [kind, subject] of Object.entries(subjects)) {
      const rate = ofClass[kind];
      if (rate && subject !== undefined) limiter.take(`${rateClass} ${kind}`, subject, rate);
    }
  } catch (error) {
    metrics.limited.inc({ class: rateClass });
    throw error;
  }
};

/**
 * Takes from what a site bears of people whom it doesn't know. Where a flood has taken all of it, networks that aren't
 * part of the flood still have their share: who asks from elsewhere isn't refused for what others do.
 * @throws Failure `limited` as {@link limit}
 */
export const limitStrangers = (
  { limiter, metrics }: { limiter: Limiter; metrics: Metrics },
  rateClass: RateClass,
  site: string,
  address: string,
): void => {
  const rate = (rates[rateClass] as { site?: Rate }).site;
  if (!rate) return;
  const share = { perMinute: rate.perMinute * networkShare, burst: rate.burst * networkShare };
  const isWithinShare = took(limiter, `${rateClass} network`, `${site}\n${networkOf(address)}`, share);
  if (took(limiter, `${rateClass} site`, site, rate) || isWithinShare) return;
  metrics.limited.inc({ class: rateClass });
  // With the seconds until there is a token again.
  limiter.take(`${rateClass} site`, site, rate);
};
