import type { LogEvent } from './tables.ts';

/** The reader of a stream: decides which events of the log they may see. */
export type Reader =
  | { kind: 'staff'; staffId: string; session: string }
  /** Staff who look after what's public, and see nothing else. */
  | { kind: 'moderator'; staffId: string; session: string }
  | { kind: 'visitor'; visitorId: string; session: string }
  /** Anybody who looks at something public. `kinds`: of the events that it is made of. */
  | { kind: 'topic'; topic: string; kinds: readonly string[] };

/** Projections of an event for each kind of reader; absent means that it is not for them. */
export interface Projection {
  staff?: unknown;
  /** For moderators: of public things alone, whatever staff get. */
  moderator?: unknown;
  visitor?: unknown;
  /** For those who look at something public. */
  topic?: { name: string; data: unknown };
}

/** Which readers there are: what nobody reads need not be made. */
export interface Readers {
  staff: boolean;
  visitor: boolean;
  topics?: ReadonlySet<string>;
}

/** Turns a batch of log rows into what is sent, by place. Reads what the rows point at; keeps nothing. */
export type Project = (
  siteId: string,
  batch: LogEvent[],
  readers: Readers,
) => Promise<Map<number, Projection>>;

/** Where frames go: a socket, or a stream in tests. */
export interface Sink {
  write(frame: string): void;
  /** Bytes taken by {@link Sink.write} that have not left yet. */
  readonly buffered: number;
  end(): void;
  onClose(listener: () => void): void;
}

export interface LiveCaps {
  perVisitor: number;
  perAddress: number;
  staffPerAddress: number;
  perSite: number;
  /** Readers of topics are counted apart: however many look at a page, chats and staff have their streams. */
  topicsPerSite: number;
}
