import type { Call } from '../core/net/client.ts';
import type { Texts } from '../core/text/i18n.ts';
import type { Translate } from './texts.ts';

/** Props of every card about a conversation. */
export interface CardProps {
  texts: Texts;
  text: Translate;
  /** The conversation's. */
  id: string;
  call: Call;
  /** The address that the visitor has named already; empty for none. */
  email: string;
  onClose(): void;
}
