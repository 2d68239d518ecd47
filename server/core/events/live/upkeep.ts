import { maxBuffered, type Streams } from './streams.ts';

/** Silence is broken this often, milliseconds; a client that hears nothing for twice as long reconnects. */
export const heartbeat = 25_000;

/** The interval of checks whether a stream may stay open, milliseconds. */
export const recheckEvery = 4_000;

/** Staff are looked at every time; visitors, who are many and revoked rarely, by turns within a minute. */
const visitorTurns = 15;

/** Writes a comment to every stream, so that a dead line shows. @returns a function that stops it */
export const startHeartbeat = ({ open, close }: Streams): (() => void) => {
  const timer = setInterval(() => {
    for (const subscription of open) {
      subscription.sink.write(': beat\n\n');
      if (subscription.sink.buffered > maxBuffered) close(subscription, 'slow');
    }
  }, heartbeat);
  timer.unref();
  return () => clearInterval(timer);
};

/** Ends the streams of those who may not read any more. @returns a function that stops it */
export const startRecheck = ({ open, close }: Streams, onError: (error: unknown) => void): (() => void) => {
  let turn = 0;
  const timer = setInterval(() => {
    turn = (turn + 1) % visitorTurns;
    let position = 0;
    for (const subscription of open) {
      if (subscription.reader.kind === 'visitor' && position++ % visitorTurns !== turn) continue;
      subscription.mayStay().then(
        (stays) => stays || close(subscription, 'revoked'),
        (error) => onError(error),
      );
    }
  }, recheckEvery);
  timer.unref();
  return () => clearInterval(timer);
};
