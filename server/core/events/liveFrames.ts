import type { HelloFrame, LiveEvent, ResetFrame, SignalFrame } from '../../../shared/core/events.ts';

type Frame = HelloFrame | ResetFrame | LiveEvent;

/** Without an id: it has no place in the log. */
export const signalText = (frame: SignalFrame): string => `data: ${JSON.stringify(frame)}\n\n`;

export const frameText = (id: number, frame: Frame): string =>
  `id: ${id}\ndata: ${JSON.stringify(frame)}\n\n`;
