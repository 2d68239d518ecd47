import type { Context } from '../../../context.ts';
import { lookUpSender, type SenderRecords } from '../reading/senderRecords.ts';

/** Records that tell whether a mail comes from whom it says; undefined where senders are not checked. */
export const recordsOf = async (
  { nameRecords, config }: Pick<Context, 'nameRecords' | 'config'>,
  raw: Buffer,
): Promise<SenderRecords | undefined> =>
  nameRecords ? lookUpSender(raw, nameRecords, config.mail.receiver) : undefined;
