import type { ComponentChild } from 'preact';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { Unsent } from '../net/unsent.ts';
import type { SentFile } from '../net/uploads.ts';
import { Rich } from '../ui/Rich.tsx';

/* The messages of a thread, for visitors and for staff. */

/** Messages of one author within so long stand together, milliseconds. */
const groupGap = 5 * 60_000;

/** Where a message stands among its neighbours. */
export interface Position {
  startsDay: boolean;
  startsGroup: boolean;
  endsGroup: boolean;
}

const isOneGroup = (one: Message | undefined, other: Message | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.author.kind === other.author.kind &&
  one.author.id === other.author.id &&
  Math.abs(other.at - one.at) < groupGap;

const dayOf = ({ at }: Message): string => new Date(at).toDateString();

const positionOf = (messages: readonly Message[], index: number): Position => {
  // biome-ignore lint/style/noNonNullAssertion: `index` counts within the messages
  const message = messages[index]!;
  const before = messages[index - 1];
  return {
    startsDay: !before || dayOf(before) !== dayOf(message),
    startsGroup: !isOneGroup(before, message),
    endsGroup: !isOneGroup(message, messages[index + 1]),
  };
};

/** Messages that arrived, then those that the server has not acknowledged. */
export const MessageList = <Payload,>(given: {
  messages: readonly Message[];
  unsent: readonly Unsent<Payload>[];
  message(message: Message, position: Position): ComponentChild;
  unsentMessage(item: Unsent<Payload>): ComponentChild;
}) => (
  <>
    {given.messages.map((message, index) => given.message(message, positionOf(given.messages, index)))}
    {given.unsent.map((item) => given.unsentMessage(item))}
  </>
);

/**
 * Unsent messages that have not arrived: one that has is shown as arrived, even while its acknowledgement is still on
 * the way.
 */
export const notArrived = <Payload,>(
  items: readonly Unsent<Payload>[],
  messages: readonly Message[],
): readonly Unsent<Payload>[] => items.filter(({ id }) => !messages.some((message) => message.id === id));

/** The content of a message: its text, its files, and, folded away, what an email quoted. */
export const MessageBody = ({
  message,
  quoted,
  removed,
  file,
}: {
  message: Message;
  /** The label that unfolds it. */
  quoted: string;
  /** Says who took something of it away; empty where nothing was. */
  removed: string;
  /** Draws a file; with its id as the key. */
  file(file: Attachment): ComponentChild;
}) => (
  <>
    {message.body.trim() !== '' && (
      <div class="bubble" dir="auto">
        <Rich nodes={message.rich} />
      </div>
    )}
    {message.attachments.map(file)}
    {removed !== '' && (
      <p class="removed" dir="auto">
        {removed}
      </p>
    )}
    {message.quoted && (
      <details class="quoted">
        <summary>{quoted}</summary>
        <p dir="auto">{message.quoted}</p>
      </details>
    )}
  </>
);

/** The content of an unsent message: its text, and the names of its files. */
export const UnsentBody = ({
  body,
  files = [],
}: {
  body: string;
  files?: readonly SentFile[] | undefined;
}) => (
  <>
    {body.trim() !== '' && (
      <div class="bubble" dir="auto">
        <p class="plain">{body}</p>
      </div>
    )}
    {files.map((file) => (
      <p key={file.id} class="mark soft">
        <bdi>{file.name}</bdi>
      </p>
    ))}
  </>
);
