import { vi } from 'vitest';
import type { ReceivedMail, TestMailServer } from './smtp.ts';

/**
 * Waits for a mail to an address whose text matches, and gives the newest.
 * Mails that the hour or the day of the week sends (a report on Mondays, who waits in opening hours)
 * may come in between, so what a program sends is never counted and never simply the last.
 */
export const receivedMail = (
  { mails }: TestMailServer,
  address: string,
  text: RegExp,
): Promise<ReceivedMail> =>
  vi.waitUntil(
    () =>
      mails.findLast(({ envelope, parsed }) => envelope.to.includes(address) && text.test(parsed.text ?? '')),
    { timeout: 20_000 },
  );
