/**
 * An event of a live stream. Each frame is one JSON object in the `data:` line of a server-sent event whose `id:` is
 * the cursor. The first frame of every stream is `hello` and carries the cursor too, so that a reader which has seen
 * nothing yet can resume (SECURITY.md, finding 4).
 */
export interface LiveEvent<Kind extends string = string, Data = unknown> {
  kind: Kind;
  /** Place in the site's log. */
  seq: number;
  /** Milliseconds since the epoch, the server's clock. */
  at: number;
  data: Data;
}

/** Something that holds for a moment (typing, presence): has no place in the log, and is not repeated. */
export interface SignalFrame<Kind extends string = string, Data = unknown> {
  kind: Kind;
  signal: true;
  data: Data;
}

/** First frame: everything up to `cursor` is known to the reader or will be sent next. */
export interface HelloFrame {
  kind: 'hello';
  cursor: number;
  /** Milliseconds between two heartbeats: silence for longer than twice that means the line is dead. */
  heartbeat: number;
}

/** The reader's cursor is older than the log: fetch everything again, then go on from `cursor`. */
export interface ResetFrame {
  kind: 'reset';
  cursor: number;
}

/** The server is about to stop or the stream is about to end: come back after `retryAfter` milliseconds. */
export interface GoodbyeFrame {
  kind: 'goodbye';
  reason: 'restart' | 'revoked' | 'slow';
  retryAfter: number;
}
