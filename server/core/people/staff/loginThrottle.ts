import type { Clock } from '../../clock.ts';
import { Failure } from '../../http/failure.ts';
import type { Limiter } from '../../http/limits.ts';

/*
 * Guessing is made slow, a person is never locked out. One address may try a few times; an account under attack from
 * many addresses answers strangers one at a time, seconds apart, while a browser that has logged in before (it holds a
 * device secret; OWASP's "device cookies") keeps a bucket of its own that strangers cannot empty.
 */

/** Wrong passwords from one address for one account: five, then one every three minutes. */
const perPair = { perMinute: 1 / 3, burst: 5 };
/** Strangers' tries at one account that cost nothing extra. */
const perAccount = { perMinute: 1 / 3, burst: 5 };
/**
 * Wrong codes of a second factor, for an account from wherever: six digits are guessed by nobody at that rate (one in
 * 7,000 a day). Who tries them has the password; a browser that logged in before has a bucket of its own.
 */
export const codeTries = { perMinute: 1 / 30, burst: 5 };
/** Pause between two strangers' tries at an account under attack, milliseconds. */
const pause = 1_000;
/** Maximum of anonymous logins that wait for one account. */
const maxQueueLength = 8;

export interface LoginThrottle {
  /**
   * Waits until this try may be made.
   * @param device a known device of the account, proven before, or null
   * @throws Failure `limited`
   */
  admit(account: string, address: string, device: string | null): Promise<void>;
}

export const createLoginThrottle = (clock: Clock, limiter: Limiter): LoginThrottle => {
  const queues = new Map<string, { waiting: number; turn: Promise<void> }>();
  return {
    async admit(account, address, device) {
      if (device) {
        limiter.take('login device', device, perPair);
        return;
      }
      limiter.take('login pair', `${account}\n${address}`, perPair);
      try {
        limiter.take('login account', account, perAccount);
      } catch {
        const queue = queues.get(account) ?? { waiting: 0, turn: Promise.resolve() };
        if (queue.waiting >= maxQueueLength)
          throw new Failure('limited', 'Too many attempts for this account.', { retryAfter: maxQueueLength });
        queue.waiting++;
        queues.set(account, queue);
        queue.turn = queue.turn.then(() => clock.sleep(pause));
        await queue.turn;
        if (--queue.waiting === 0) queues.delete(account);
      }
    },
  };
};
