import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { Unsent } from '../../core/net/unsent.ts';
import { MessageBody, UnsentBody } from '../../core/conversations/MessageList.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { FileView } from './FileView.tsx';
import { failureText } from '../../core/staff/failureText.ts';
import { ago, exact, type InboxTexts } from '../../core/staff/i18n.ts';
import { lazy } from '../../core/staff/lazy.tsx';
import { fill } from '../../core/text/fill.ts';
import type { StaffSending } from './outgoing.ts';
import { noticeText } from './noticeText.ts';
import { SplitButton, SplitLinks } from './SplitButton.tsx';
import { RemoveButton } from './RemoveButton.tsx';

const MailLine = lazy(async () => (await import('../mail/MailLine.tsx')).MailLine);

/** A system message: who did what, in one quiet line. */
const SystemLine = ({ message }: { message: Message }) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
  const { notice } = message;
  const from = notice?.kind === 'merged' ? String(notice.values['conversation'] ?? '') : '';
  return (
    <li class="message system">
      <p>
        <span dir="auto">{notice ? noticeText(texts, tag, notice) : message.body}</span>
        {notice?.kind === 'rated' && notice.values['comment'] ? (
          <q dir="auto">{String(notice.values['comment'])}</q>
        ) : null}{' '}
        <time dateTime={new Date(message.at).toISOString()} title={exact(tag, message.at)}>
          {ago(tag, message.at, inbox.now.value)}
        </time>
        {notice?.kind === 'rated' && notice.values['comment'] ? <RemoveButton message={message} /> : null}
        {notice && /^split_/.test(notice.kind) && (
          <SplitLinks
            other={String(notice.values['conversation'] ?? '')}
            mayUndo={notice.kind === 'split_off'}
          />
        )}
        {from && (
          <button type="button" class="link" onClick={() => inbox.actions.unmerge(from)}>
            {texts.unmerge}
          </button>
        )}
      </p>
    </li>
  );
};

/** The text in place of removed content: who removed it, where somebody did. */
const removedText = (texts: InboxTexts, { removed }: Message): string =>
  !removed
    ? ''
    : removed.by === 'visitor'
      ? texts.removedByVisitor
      : fill(removed.what === 'file' ? texts.fileRemovedBy : texts.removedBy, { name: removed.name });

export const MessageItem = ({ message, seen }: { message: Message; seen: boolean }) => {
  const inbox = useInbox();
  const { now } = inbox;
  const { texts, tag } = useLanguage();
  if (message.author.kind === 'system') return <SystemLine message={message} />;
  const kind = message.visibility === 'note' ? 'note' : message.author.kind;
  return (
    <li
      class={inbox.thread.goal.value === message.id ? `message ${kind} found` : `message ${kind}`}
      id={`message-${message.id}`}
    >
      <MessageBody
        message={message}
        quoted={texts.quoted}
        removed={removedText(texts, message)}
        file={(file) => <FileView key={file.id} file={file} />}
      />
      <p class="by">
        {kind === 'note' && <strong>{texts.privateNote} · </strong>}
        <span dir="auto">
          {message.author.name || (message.author.kind === 'visitor' ? texts.anonymous : '')}
        </span>
        {message.via && (
          <>
            {' · '}
            <span dir="auto">{fill(texts.viaApi, { name: message.via })}</span>
          </>
        )}
        {' · '}
        <time dateTime={new Date(message.at).toISOString()} title={exact(tag, message.at)}>
          {ago(tag, message.at, now.value)}
        </time>
        {seen && ` · ${texts.seen}`}
        {message.removed?.what !== 'message' && <RemoveButton message={message} />}
        <SplitButton message={message} />
      </p>
      {message.mail && <MailLine message={message.id} mail={message.mail} isNote={kind === 'note'} />}
    </li>
  );
};

/** A reply that came too late: who was faster and when, with the choice. */
const Race = ({
  item,
  takeBack,
}: {
  item: Unsent<StaffSending>;
  takeBack(item: Unsent<StaffSending>): void;
}) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
  const { after = 0 } = item.payload.body;
  const reply = inbox.thread.now.value?.messages.findLast(
    (message) =>
      message.author.kind === 'staff' &&
      message.visibility === 'public' &&
      message.seq > after &&
      message.author.id !== inbox.me.id,
  );
  const seconds = reply ? Math.max(1, Math.round((Date.now() - reply.at) / 1_000)) : 0;
  return (
    <div class="race" role="alert">
      <p>
        {fill(texts.answeredMeanwhile, {
          name: reply?.author.name || texts.colleague,
          time:
            seconds < 90
              ? new Intl.NumberFormat(tag, { style: 'unit', unit: 'second', unitDisplay: 'narrow' }).format(
                  seconds || 1,
                )
              : new Intl.NumberFormat(tag, { style: 'unit', unit: 'minute', unitDisplay: 'narrow' }).format(
                  Math.round(seconds / 60),
                ),
        })}
      </p>
      <button
        type="button"
        onClick={() => {
          const line = reply && document.getElementById(`message-${reply.id}`);
          line?.scrollIntoView({ block: 'center' });
          takeBack(item);
        }}
      >
        {texts.lookFirst}
      </button>
      <button type="button" class="link" onClick={() => inbox.outgoing.sendAnyway(item)}>
        {texts.sendAnyway}
      </button>
    </div>
  );
};

export const UnsentItem = ({
  item,
  takeBack,
}: {
  item: Unsent<StaffSending>;
  takeBack(item: Unsent<StaffSending>): void;
}) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const isRace = item.error?.code === 'answered_meanwhile';
  return (
    <li class={`message ${item.payload.body.visibility === 'note' ? 'note' : 'staff'} unsent`}>
      <UnsentBody body={item.payload.body.body} files={item.payload.files} />
      {isRace ? (
        <Race item={item} takeBack={takeBack} />
      ) : (
        <p class="by" role="status">
          {item.state === 'sending' && texts.sending}
          {item.state === 'waiting' && texts.notSent}
          {item.state === 'refused' &&
            fill(texts.notAccepted, { reason: item.error ? failureText(texts, item.error) : '' })}
          {item.state === 'waiting' && (
            <button type="button" class="link" onClick={() => inbox.outgoing.retry()}>
              {texts.tryAgain}
            </button>
          )}
          {item.state !== 'sending' && (
            <button type="button" class="link" onClick={() => takeBack(item)}>
              {texts.takeBack}
            </button>
          )}
        </p>
      )}
    </li>
  );
};
