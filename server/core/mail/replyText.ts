import EmailReplyParser from 'email-reply-parser';
import { cut } from '../content/cut.ts';
import { markerEdge } from './letter.tsx';

/** Code units of a mail's text that are looked at: beyond, it is history. */
const mostRead = 20_000;

/** Without the line that a mail program puts before what it quotes, where the library does not know its language. */
const withoutAttribution = (text: string): string => {
  const end = text.trimEnd();
  const start = end.lastIndexOf('\n');
  const last = end.slice(start + 1);
  return start !== -1 && last.length < 400 && last.endsWith(':') && last.includes('@')
    ? end.slice(0, start)
    : text;
};

/**
 * What somebody wrote in a reply: without the history that it quotes and without a signature. Our own mails say where
 * a reply ends, whatever the language; for the rest the library knows what mail programs put there.
 * @returns the whole text when nothing else would be left
 */
export const replyText = (text: string): string => {
  // Long runs of line breaks cost the library seconds; three say no more than two.
  const whole = cut(text.replace(/\r\n?/g, '\n').replace(/(?:[ \t]*\n){3,}/g, '\n\n'), mostRead).trim();
  const marker = whole.indexOf(markerEdge);
  const above = marker === -1 ? whole : whole.slice(0, marker).replace(/[>|\s]{1,100}$/, '');
  const said = new EmailReplyParser().read(withoutAttribution(above)).getVisibleText().trim();
  return said || above.trim() || (marker === -1 ? whole : '');
};
