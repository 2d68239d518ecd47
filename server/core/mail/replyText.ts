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
  // Long runs of line breaks and of quote marks cost the library seconds; one empty line says as much as a thousand,
  // and nobody quotes a hundred deep. Line by line: a pattern over all looks at a run of spaces from each of them.
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const isEmpty = lines.map((line) => !line.trim());
  const short = lines
    .filter((_, at) => !(isEmpty[at] && isEmpty[at - 1]))
    .join('\n')
    .replace(/>{100,}/g, '>>>');
  const whole = cut(short, mostRead).trim();
  const marker = whole.indexOf(markerEdge);
  const above = marker === -1 ? whole : whole.slice(0, marker).replace(/[>|\s]{1,100}$/, '');
  const said = new EmailReplyParser().read(withoutAttribution(above)).getVisibleText().trim();
  return said || above.trim() || (marker === -1 ? whole : '');
};
