import type { CallError } from '../core/net/client.ts';
import type { Locale } from './texts.ts';

/** Text of why something failed. */
export const failureText = (text: Locale['text'], { code, passes }: CallError): string =>
  code === 'offline'
    ? text('offline')
    : code === 'limited'
      ? text('limited')
      : code === 'forbidden'
        ? text('closed')
        : code === 'too_large'
          ? text('tooLong')
          : text(passes ? 'broken' : 'refused');
