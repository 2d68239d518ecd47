import type { Texts } from '../text/i18n.ts';
import { exactText } from '../text/times.ts';

/** A moment in the reader's zone; exact on hover. */
export const When = ({ texts, at, text }: { texts: Texts; at: number; text: string }) => (
  <time dateTime={new Date(at).toISOString()} title={exactText(texts, at)}>
    {text}
  </time>
);
