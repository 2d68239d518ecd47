import type { Sink } from '../events/liveTypes.ts';
import type { ReplyHeaders } from './headers.ts';

/** Maximum time of a poll that finds nothing, milliseconds: below what proxies take for a dead line. */
export const maxPollTime = 25_000;
/** The time in which more goes along with the first, milliseconds. */
const gathering = 30;

const nothing = (): void => {};

/**
 * A stream in one answer, for lines on which streams do not work (a proxy that buffers, a filter that blocks them):
 * the same frames after the same cursor, sent whole as soon as there is one that says something, or after a while
 * with the cursor alone.
 * @param begin subscribes the sink; when it throws, the failure is the answer
 * @param signal the request's: a poll that nobody waits for ends
 */
export const pollFor = async (
  headers: ReplyHeaders,
  signal: AbortSignal,
  begin: (sink: Sink) => Promise<void>,
): Promise<Response> => {
  const frames: string[] = [];
  const listeners: (() => void)[] = [];
  let caughtUp = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let finish: () => void = nothing;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const finishSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(finish, gathering);
  };
  let bytes = 0;
  await begin({
    write(frame) {
      if (frame.startsWith(':')) return;
      frames.push(frame);
      bytes += frame.length;
      if (caughtUp) finishSoon();
    },
    // What is kept here is memory, too: a poll with too much to say is cut off as a slow reader is, and comes again.
    get buffered() {
      return bytes;
    },
    end: () => finish(),
    onClose: (listener) => void listeners.push(listener),
  });
  caughtUp = true;
  // The first frame is the cursor (or that it is too old).
  if (frames.length > 1 || frames[0]?.includes('"kind":"reset"')) finish();
  else timer = setTimeout(finish, maxPollTime);
  signal.addEventListener('abort', finish, { once: true });
  if (signal.aborted) finish();
  await finished;
  clearTimeout(timer);
  signal.removeEventListener('abort', finish);
  for (const listener of listeners) listener();
  headers.set('content-type', 'text/event-stream; charset=utf-8');
  headers.set('cache-control', 'no-store, no-transform');
  return new Response(frames.join(''), { headers: headers.toInit() });
};
