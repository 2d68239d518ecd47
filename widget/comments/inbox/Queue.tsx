import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestComment } from '../../../shared/comments/rules.ts';
import type { StaffComment } from '../../../shared/comments/schema.ts';
import { type Decision, staffStates } from '../../../shared/comments/states.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { counted, fill } from '../../core/staff/i18n.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import { createQueue, type Queue as Model } from './queue.ts';
import './styles.ts';
import { type StaffWords, words as staffWords } from './words.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (/^(?:TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));

const reasonText = (words: StaffWords, { reason, reports }: StaffComment, tag: string): string =>
  reports > 0 ? counted(tag, words.reports, reports) : reason ? words[`reason_${reason}`] : '';

const Row = ({
  comment,
  queue,
  words,
  answering,
  answer,
}: {
  comment: StaffComment;
  queue: Model;
  words: StaffWords;
  answering: boolean;
  answer(id: string | null): void;
}) => {
  const { texts, tag } = useLanguage();
  const staff = useStaff();
  const item = useRef<HTMLLIElement>(null);
  const body = useSignal('');
  const busy = useSignal(false);
  const { id, author, email, page, parent, at, state } = comment;
  const isCurrent = queue.current.value === id;
  const name = author.name || texts.anonymous;
  const why = reasonText(words, comment, tag);
  useLayoutEffect(() => {
    if (isCurrent && document.activeElement?.closest('.comment-queue'))
      item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const send = async (): Promise<void> => {
    if (!body.value.trim() || busy.value) return;
    busy.value = true;
    const taken = await queue.answer(id, body.value);
    busy.value = false;
    if (taken) {
      body.value = '';
      answer(null);
    }
  };
  const button = (decision: Decision, label: string) => (
    <button type="button" onClick={() => void queue.decide(decision, [id])}>
      {label}
    </button>
  );
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
        aria-label={fill(words.pick, { name })}
        checked={queue.picked.value.has(id)}
        onChange={() => queue.pick(id)}
      />
      <div class="comment-body">
        <p class="comment-head">
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {email && <bdi class="quiet">{email}</bdi>}
          {why && <span class={`chip ${comment.reports ? 'red' : 'orange'}`}>{why}</span>}
          {comment.reason !== 'first' && (
            <span class="quiet">
              {comment.approvedBefore > 0
                ? counted(tag, words.before, comment.approvedBefore)
                : author.kind === 'staff'
                  ? words.team
                  : words.unknown}
            </span>
          )}
          <time class="quiet" dateTime={new Date(at).toISOString()}>
            {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at)}
          </time>
        </p>
        <p class="quiet comment-page">
          <a href={`${page.url}#foyer-comment-${id}`} target="_blank" rel="noopener noreferrer" dir="auto">
            {page.title || page.url}
          </a>
          <button type="button" class="link" onClick={() => void queue.setOpen(page.id, !page.open)}>
            {page.open ? words.closePage : words.openPage}
          </button>
        </p>
        {parent && (
          <blockquote dir="auto">
            <strong>{parent.name || texts.anonymous}</strong> {parent.excerpt}
          </blockquote>
        )}
        {state === 'deleted' ? (
          <p class="quiet">{words.deletedText}</p>
        ) : (
          <div dir="auto">
            <Rich nodes={comment.rich} />
          </div>
        )}
        {comment.files.length > 0 && (
          <p class="comment-files">
            {comment.files.map((file) => (
              <a
                key={file.id}
                href={`/api/inbox/${staff.membership.site}/attachments/${file.id}`}
                target="_blank"
                rel="noopener noreferrer"
              >
                <img
                  src={`/api/inbox/${staff.membership.site}/attachments/${file.id}?size=thumbnail`}
                  alt={file.name}
                  loading="lazy"
                />
              </a>
            ))}
          </p>
        )}
        {state !== 'deleted' && (
          <div class="row-of-buttons">
            {(state !== 'approved' || comment.reports > 0) && button('approve', words.approve)}
            {state !== 'spam' && button('spam', words.spam)}
            {button('delete', words.remove)}
            {state !== 'spam' && (
              <button type="button" aria-expanded={answering} onClick={() => answer(answering ? null : id)}>
                {words.answer}
              </button>
            )}
          </div>
        )}
        {answering && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <textarea
              autofocus
              ref={(element) => {
                if (element && document.activeElement !== element && body.value === '') element.focus();
              }}
              aria-label={fill(words.answerTo, { name })}
              maxLength={longestComment}
              rows={3}
              dir="auto"
              value={body.value}
              onInput={(event) => {
                body.value = event.currentTarget.value;
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
                if (event.key === 'Escape') answer(null);
              }}
            />
            <div class="row-of-buttons">
              <button type="submit" class="primary" disabled={busy.value || !body.value.trim()}>
                {state === 'pending' ? words.answerAndApprove : words.sendAnswer}
              </button>
            </div>
          </form>
        )}
      </div>
    </li>
  );
};

/** Comments that wait for the team, and all others by their state: read, decided and answered by keyboard. */
export const Queue = () => {
  const staff = useStaff();
  const { texts, tag } = useLanguage();
  const words = useFeatureWords(staffWords);
  const [queue] = useState(() => createQueue(staff));
  const answering = useSignal<string | null>(null);
  const heard = staff.otherChanges.value;
  useEffect(() => {
    void queue.load();
  }, [heard]);
  useLayoutEffect(() => {
    const acts: Record<string, () => void> = {
      j: () => queue.move(1),
      k: () => queue.move(-1),
      x: () => {
        if (queue.current.value) queue.pick(queue.current.value);
      },
      a: () => void queue.decide('approve'),
      s: () => void queue.decide('spam'),
      '#': () => void queue.decide('delete'),
      r: () => {
        answering.value = queue.current.value;
      },
    };
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      // The inbox's own keys are for conversations.
      event.stopImmediatePropagation();
      act();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [queue]);
  if (!words) return null;
  const rows = queue.rows.value;
  const state = queue.state.value;
  const { pending, reported } = queue.counts.value;
  const many = queue.picked.value.size;
  const number = (count: number) => (count > 0 ? ` ${new Intl.NumberFormat(tag).format(count)}` : '');
  return (
    <section class="comment-queue" aria-labelledby="comments-title">
      <header>
        <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
          {texts.inbox}
        </button>
        <h2 id="comments-title">{words.title}</h2>
        <div class="row-of-buttons" role="group" aria-label={words.states}>
          {staffStates.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === state}
              onClick={() => {
                answering.value = null;
                queue.show(one);
              }}
            >
              {words[`state_${one}`]}
              {one === 'pending' && number(pending)}
              {one === 'reported' && number(reported)}
            </button>
          ))}
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={queue.search.value}
            onInput={(event) => {
              queue.search.value = event.currentTarget.value;
              void queue.load();
            }}
          />
        </div>
        <p class="quiet">{words.keys}</p>
        {rows && rows.length > 0 && (
          <div class="row-of-buttons bulk">
            <label>
              <input type="checkbox" checked={many === rows.length} onChange={() => queue.pickAll()} />
              {many > 0 ? counted(tag, words.picked, many) : words.pickAll}
            </label>
            {many > 0 && (
              <>
                <button type="button" onClick={() => void queue.decide('approve')}>
                  {words.approve}
                </button>
                <button type="button" onClick={() => void queue.decide('spam')}>
                  {words.spam}
                </button>
                <button type="button" onClick={() => void queue.decide('delete')}>
                  {words.remove}
                </button>
              </>
            )}
          </div>
        )}
      </header>
      {rows?.length === 0 && (
        <p class="empty">{queue.search.value.trim() ? words.noneFound : words[`empty_${state}`]}</p>
      )}
      <ul>
        {rows?.map((comment) => (
          <Row
            key={comment.id}
            comment={comment}
            queue={queue}
            words={words}
            answering={answering.value === comment.id}
            answer={(id) => {
              answering.value = id;
            }}
          />
        ))}
      </ul>
      {queue.hasMore.value && (
        <button type="button" onClick={() => void queue.more()}>
          {words.more}
        </button>
      )}
    </section>
  );
};
