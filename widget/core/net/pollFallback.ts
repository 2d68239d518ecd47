/** After so long of polling a stream is tried again, milliseconds: networks change. */
const pollFor = 300_000;

/** One try to read the stream, and what came of it. */
export interface Attempt {
  polls: boolean;
  abort: AbortController;
  /** True once the server answered. */
  isOpened: boolean;
  /** True once it said something. */
  isGreeted: boolean;
  /** The pause that the server asked for, milliseconds. */
  retryAfter: number | undefined;
}

export const createAttempt = (polls: boolean): Attempt => ({
  polls,
  abort: new AbortController(),
  isOpened: false,
  isGreeted: false,
  retryAfter: undefined,
});

/** Chooses between a stream and polls: where no stream comes through, polls do for a while. */
export interface PollFallback {
  isPolling(): boolean;
  /** Learns from a try. @returns the pause before the next, milliseconds; null when the line is down */
  settle(attempt: Attempt): number | null;
}

export const createPollFallback = (): PollFallback => {
  /** When to try a stream again; 0 while streams work. */
  let pollUntil = 0;
  /** Streams in a row that were opened and said nothing. */
  let silent = 0;
  return {
    isPolling: () => Date.now() < pollUntil,
    settle({ polls, abort, isOpened, isGreeted, retryAfter }) {
      // A poll that was answered is followed by the next.
      if (polls && isGreeted) return retryAfter ?? 0;
      if (isGreeted) silent = 0;
      // Opened and silent, or not even opened in time although the server is there: no stream comes through.
      else if (abort.signal.aborted || (isOpened && ++silent > 1)) {
        pollUntil = polls ? 0 : Date.now() + pollFor;
        if (pollUntil) return 0;
      }
      return null;
    },
  };
};
