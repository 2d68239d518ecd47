import type { MailFault } from '../../../shared/core/mail/connection.ts';
import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { MailboxTexts } from './texts/en.ts';

export type { MailboxTexts };

const loaders = byLanguage<MailboxTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about mailboxes; null until they are loaded. */
export const useMailboxTexts = (): MailboxTexts | null => useSectionTexts(loaders);

/** The fault of a mailbox, in a sentence. */
export const faultText = (texts: MailboxTexts, fault: MailFault): string => texts[`fault_${fault}`];
