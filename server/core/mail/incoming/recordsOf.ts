import type { Context } from '../../../context.ts';
import type { Addressed } from './addressed.ts';
import { lookUpSender, type SenderRecords } from '../reading/senderRecords.ts';

/**
 * Records that tell whether a mail comes from whom it says; undefined where senders are not checked.
 * @param by a site's own mailbox: who owns it could write there what the receiving server found, so that is not believed
 */
export const recordsOf = async (
  { nameRecords, config }: Pick<Context, 'nameRecords' | 'config'>,
  raw: Buffer,
  by: Addressed | null,
): Promise<SenderRecords | undefined> =>
  nameRecords ? lookUpSender(raw, nameRecords, by ? undefined : config.mail.receiver) : undefined;
