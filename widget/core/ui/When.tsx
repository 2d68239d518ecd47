import type { Texts } from '../i18n.ts';
import { exactText } from '../times.ts';

/** A moment in the reader's zone; exact on hover. */
export const When = ({ texts, at, text }: { texts: Texts; at: number; text: string }) => (
  <time dateTime={new Date(at).toISOString()} title={exactText(texts, at)}>
    {text}
  </time>
);
