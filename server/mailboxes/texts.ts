import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import type { MailFault } from '../../shared/core/mail/connection.ts';
import arFaults from '../../shared/mailboxes/faultTexts/ar.ts';
import deFaults from '../../shared/mailboxes/faultTexts/de.ts';
import elFaults from '../../shared/mailboxes/faultTexts/el.ts';
import enFaults from '../../shared/mailboxes/faultTexts/en.ts';
import eoFaults from '../../shared/mailboxes/faultTexts/eo.ts';
import filFaults from '../../shared/mailboxes/faultTexts/fil.ts';
import ruFaults from '../../shared/mailboxes/faultTexts/ru.ts';
import sqFaults from '../../shared/mailboxes/faultTexts/sq.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';

type Texts = typeof en & Record<`fault_${MailFault}`, string>;

const locales: Record<Language, Texts> = {
  en: { ...en, ...enFaults },
  de: { ...de, ...deFaults },
  ru: { ...ru, ...ruFaults },
  el: { ...el, ...elFaults },
  sq: { ...sq, ...sqFaults },
  fil: { ...fil, ...filFaults },
  eo: { ...eo, ...eoFaults },
  ar: { ...ar, ...arFaults },
};

/** Texts of mails to owners about a mailbox; English where we have none. */
export const mailboxTexts = (tag: string): Texts => locales[ourLanguage(tag) ?? 'en'];
