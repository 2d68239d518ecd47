import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StaffComment } from '../../../shared/comments/schema.ts';
import type { Decision } from '../../../shared/comments/states.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted, type InboxTexts } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import { EditForm } from './EditForm.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import type { QueueModel } from './queueModel.ts';
import type { StaffTexts } from './texts.ts';

type Given = { comment: StaffComment; queue: QueueModel; texts: StaffTexts };

const reasonText = (
  texts: StaffTexts,
  own: InboxTexts,
  { reason, reports }: StaffComment,
  tag: string,
): string => (reports > 0 ? counted(tag, texts.reports, reports) : reason ? own[`held_${reason}`] : '');

/** The head of a comment: its author, why it waits, and its page. */
const Head = ({ comment, queue, texts, name }: Given & { name: string }) => {
  const { tag, texts: own } = useLanguage();
  const { id, author, email, page, at } = comment;
  const why = reasonText(texts, own, comment, tag);
  return (
    <>
      <p class="work-head">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {email && <bdi class="quiet">{email}</bdi>}
        {comment.pinned && <span class="chip green">{texts.pinned}</span>}
        {why && <span class={`chip ${comment.reports ? 'red' : 'orange'}`}>{why}</span>}
        {comment.reason !== 'first' && (
          <span class="quiet">
            {comment.approvedBefore > 0
              ? counted(tag, texts.before, comment.approvedBefore)
              : author.kind === 'staff'
                ? texts.team
                : texts.unknown}
          </span>
        )}
        <time class="quiet" dateTime={new Date(at).toISOString()}>
          {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at)}
        </time>
      </p>
      <p class="quiet work-context">
        <a href={`${page.url}#foyer-comment-${id}`} target="_blank" rel="noopener noreferrer" dir="auto">
          {page.title || page.url}
        </a>
        <button type="button" class="link" onClick={() => void queue.setOpen(page.id, !page.open)}>
          {page.open ? texts.closePage : texts.openPage}
        </button>
        <button type="button" class="link" onClick={() => void queue.openOnPage(page.id)}>
          {texts.onPage}
        </button>
      </p>
    </>
  );
};

const Files = ({ files }: Pick<StaffComment, 'files'>) => {
  const { site } = useStaff().membership;
  return (
    <p class="work-files">
      {files.map((file) => (
        <a
          key={file.id}
          href={`/api/inbox/${site}/attachments/${file.id}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          <img
            src={`/api/inbox/${site}/attachments/${file.id}?size=thumbnail`}
            alt={file.name}
            loading="lazy"
          />
        </a>
      ))}
    </p>
  );
};

/** Reasons that readers gave in reports. */
const ReportReasons = ({ comment: { id, reportReasons }, texts }: Omit<Given, 'queue'>) =>
  reportReasons.length > 0 ? (
    <div class="work-reasons">
      <p class="quiet" id={`reasons-${id}`}>
        {texts.reportReasons}
      </p>
      <ul aria-labelledby={`reasons-${id}`}>
        {reportReasons.map((reason, place) => (
          <li key={`${place}`} dir="auto">
            {reason}
          </li>
        ))}
      </ul>
    </div>
  ) : null;

const Decisions = (
  given: Given & { answering: boolean; editing: boolean; onAnswer(): void; onEdit(): void },
) => {
  const { comment, queue, texts, answering } = given;
  const { id, state } = comment;
  const button = (decision: Decision, label: string, look?: string) => (
    <button type="button" class={look} onClick={() => queue.decide(decision, [id])}>
      {label}
    </button>
  );
  return (
    <div class="row-of-buttons">
      {(state !== 'approved' || comment.reports > 0) && button('approve', texts.approve, 'primary')}
      {state !== 'spam' && button('spam', texts.spam)}
      {state !== 'spam' && (
        <button type="button" aria-expanded={answering} onClick={given.onAnswer}>
          {texts.answer}
        </button>
      )}
      {state === 'approved' && comment.parent === null && (
        <button type="button" onClick={() => void queue.setPinned(id, !comment.pinned)}>
          {comment.pinned ? texts.unpin : texts.pin}
        </button>
      )}
      <button type="button" aria-expanded={given.editing} onClick={given.onEdit}>
        {texts.edit}
      </button>
      {button('delete', texts.remove, 'link')}
    </div>
  );
};

/** One comment that staff look at. */
export const QueueRow = (given: Given & { answering: boolean; answer(id: string | null): void }) => {
  const { comment, queue, texts, answering, answer } = given;
  const { texts: inboxTexts } = useLanguage();
  const item = useRef<HTMLLIElement>(null);
  const editing = useSignal(false);
  const { id, author, parent, state } = comment;
  const isCurrent = queue.current.value === id;
  const name = author.name || inboxTexts.anonymous;
  useLayoutEffect(() => {
    if (isCurrent && document.activeElement?.closest('.comment-queue'))
      item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={item}
      class={isCurrent ? 'current' : undefined}
      aria-current={isCurrent || undefined}
      onFocusCapture={() => {
        queue.current.value = id;
      }}
    >
      <input
        type="checkbox"
        aria-label={fill(texts.pick, { name })}
        checked={queue.picked.value.has(id)}
        onChange={() => queue.pick(id)}
      />
      <div class="work-body">
        <Head comment={comment} queue={queue} texts={texts} name={name} />
        {parent && (
          <blockquote dir="auto">
            <strong>{parent.name || inboxTexts.anonymous}</strong> {parent.excerpt}
          </blockquote>
        )}
        {state === 'deleted' ? (
          <p class="quiet">{texts.deletedText}</p>
        ) : (
          <div dir="auto">
            <Rich nodes={comment.rich} />
          </div>
        )}
        <ReportReasons comment={comment} texts={texts} />
        {comment.files.length > 0 && <Files files={comment.files} />}
        {state !== 'deleted' && (
          <Decisions
            comment={comment}
            queue={queue}
            texts={texts}
            answering={answering}
            editing={editing.value}
            onAnswer={() => answer(answering ? null : id)}
            onEdit={() => {
              editing.value = !editing.value;
            }}
          />
        )}
        {editing.value && (
          <EditForm
            comment={comment}
            queue={queue}
            texts={texts}
            close={() => {
              editing.value = false;
            }}
          />
        )}
        {answering && (
          <AnswerForm comment={comment} name={name} queue={queue} texts={texts} close={() => answer(null)} />
        )}
      </div>
    </li>
  );
};
