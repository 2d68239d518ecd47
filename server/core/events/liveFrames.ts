import type { HelloFrame, LiveEvent, ResetFrame, SignalFrame } from '../../../shared/core/events.ts';
import type { Reader } from './liveTypes.ts';
import type { LogEvent } from './tables.ts';

type Frame = HelloFrame | ResetFrame | LiveEvent;

/** Without an id: it has no place in the log. */
export const signalText = (frame: SignalFrame): string => `data: ${JSON.stringify(frame)}\n\n`;

export const frameText = (id: number, frame: Frame): string =>
  `id: ${id}\ndata: ${JSON.stringify(frame)}\n\n`;

/** An event of the log as one kind of reader sees it. */
export const eventText = ({ seq, kind, at }: LogEvent, data: unknown): string =>
  frameText(seq, { kind, seq, at, data });

/** True for who reads by a staff session, or by a visitor's secret. @param session its hash */
export const isOfSession = (reader: Reader, session: string): boolean =>
  reader.kind !== 'topic' && reader.session === session;
