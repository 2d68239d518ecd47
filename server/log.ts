import { type DestinationStream, type Logger, pino } from 'pino';

/** Names under which secrets and personal data could reach a log line; their values never do. */
const hidden = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'email',
  'phone',
  'name',
  'body',
  'query',
  'title',
  'text',
];

/** An error as a log line has it: what kind, where, and the database's code; never parameters or what was written. */
const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    // Query builders put parameters into their messages: what people wrote stays out of the log.
    message: error.message.replace(/\nparams:[\s\S]*$/i, '').slice(0, 500),
    ...(typeof code === 'string' && { code }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
};

/** Characters that JSON leaves as they are and a terminal would obey: controls, line separators, direction marks. */
const untamed = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const tame = (line: string): string =>
  line.replace(untamed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Structured logs: JSON lines, control characters escaped, personal data left out. */
export const createLogger = (level: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: undefined,
      redact: { paths: hidden.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
      serializers: { err: describeError },
    },
    { write: (line) => destination.write(tame(line)) },
  );
