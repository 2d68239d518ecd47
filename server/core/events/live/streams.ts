import type { GoodbyeFrame } from '../../../../shared/core/events.ts';
import type { Metrics } from '../../http/metrics.ts';
import type { StreamCounts } from './streamCounts.ts';
import { leaveTail, type Subscription, type Tails } from './tails.ts';

/** A reader with more than this waiting is dropped and resumes by its cursor, bytes. */
export const maxBuffered = 256 * 1024;

/** Events that may arrive live while a reader still catches up; beyond, it is dropped and resumes. */
const maxPending = 2_000;

/** The open streams: counted, written to, dropped where they are not read. */
export interface Streams {
  readonly open: ReadonlySet<Subscription>;
  add(subscription: Subscription): void;
  /** Ends a stream, once. @param goodbye what its reader is told; absent when the reader went first */
  close(subscription: Subscription, goodbye?: GoodbyeFrame['reason']): void;
  /** Writes a frame, or keeps it until the reader has caught up. */
  send(subscription: Subscription, frame: string): void;
  /** Writes a frame at once. @returns false when the stream was dropped for it */
  write(subscription: Subscription, frame: string): boolean;
}

const toGoodbyeText = (reason: GoodbyeFrame['reason']): string => {
  const frame: GoodbyeFrame = {
    kind: 'goodbye',
    reason,
    retryAfter: reason === 'restart' ? Math.round(Math.random() * 5_000) : 1_000,
  };
  // Without an id: the reader's cursor stays where it is.
  return `data: ${JSON.stringify(frame)}\n\n`;
};

export const createStreams = (metrics: Metrics, counts: StreamCounts, tails: Tails): Streams => {
  const open = new Set<Subscription>();

  const close: Streams['close'] = (subscription, goodbye) => {
    if (subscription.closed) return;
    subscription.closed = true;
    open.delete(subscription);
    metrics.streams.dec({ reader: subscription.reader.kind });
    if (goodbye) {
      metrics.streamEnds.inc({ reason: goodbye });
      if (goodbye !== 'slow') subscription.sink.write(toGoodbyeText(goodbye));
    }
    subscription.sink.end();
    counts.remove(subscription);
    leaveTail(subscription);
    tails.release(subscription.tail);
  };

  const write: Streams['write'] = (subscription, frame) => {
    subscription.sink.write(frame);
    metrics.delivered.inc();
    if (subscription.sink.buffered <= maxBuffered) return true;
    close(subscription, 'slow');
    return false;
  };

  return {
    open,
    add(subscription) {
      open.add(subscription);
      counts.add(subscription);
      metrics.streams.inc({ reader: subscription.reader.kind });
      subscription.sink.onClose(() => close(subscription));
    },
    close,
    send(subscription, frame) {
      if (subscription.closed) return;
      if (!subscription.pending) write(subscription, frame);
      else if (subscription.pending.push(frame) > maxPending) close(subscription, 'slow');
    },
    write,
  };
};
