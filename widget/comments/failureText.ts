import type { CallError } from '../core/net/client.ts';
import type { Speech } from './words.ts';

/** Why something did not succeed, in words. */
export const failureText = (say: Speech['say'], { code, passes }: CallError): string =>
  code === 'offline'
    ? say('offline')
    : code === 'limited'
      ? say('limited')
      : code === 'forbidden'
        ? say('closed')
        : code === 'too_large'
          ? say('tooLong')
          : say(passes ? 'broken' : 'refused');
