import pg from 'pg';

/** The channel of commits: its payload is the site's id. */
export const wakeChannel = 'foyer';
/** The channel of what holds for a moment. */
export const signalChannel = 'foyer_signal';

/** A connection of its own that hears what other processes commit and signal. */
export interface PostgresListener {
  /** Connects, and again whenever the line breaks. @param wake told of each site that grew */
  listen(wake: (site: string) => void): void;
  listenSignals(take: (text: string) => void): void;
  close(): Promise<void>;
}

/** @param onError told of lines that break; it connects again by itself */
export const createPostgresListener = (url: string, onError: (error: unknown) => void): PostgresListener => {
  let listener: pg.Client | undefined;
  let takeSignal = (_: string): void => {};
  let closed = false;
  /** The listener's try to connect that is under way, or the last one. */
  let connecting: Promise<void> = Promise.resolve();

  const listen = (wake: (site: string) => void): void => {
    const known = new Set<string>();
    const connect = async (delay: number): Promise<void> => {
      if (closed) return;
      const client = new pg.Client({
        connectionString: url,
        keepAlive: true,
        connectionTimeoutMillis: 5_000,
      });
      const again = (error?: unknown): void => {
        if (listener !== client && listener !== undefined) return;
        listener = undefined;
        client.removeAllListeners();
        client.on('error', () => {});
        if (closed) return;
        if (error) onError(error);
        setTimeout(() => begin(Math.min(delay * 2, 10_000)), delay).unref();
      };
      client.on('error', again);
      client.on('end', () => again());
      client.on('notification', ({ channel: from, payload }) => {
        if (!payload) return;
        if (from === signalChannel) {
          takeSignal(payload);
          return;
        }
        known.add(payload);
        wake(payload);
      });
      try {
        await client.connect();
        await client.query(`listen ${wakeChannel}; listen ${signalChannel}`);
        listener = client;
        // What was committed while the line was down made no call here: every reader looks at its log once.
        for (const site of known) wake(site);
      } catch (error) {
        again(error);
      }
    };
    const begin = (delay: number): void => {
      connecting = connect(delay);
    };
    begin(200);
  };

  return {
    listen,
    listenSignals(take) {
      takeSignal = take;
    },
    async close() {
      closed = true;
      // One that connects after this would hold the process forever.
      await connecting;
      await listener?.end();
    },
  };
};
