import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Comment, OwnComment } from '../../shared/comments/schema.ts';
import type { Branch } from '../../shared/comments/tree.ts';
import { arrowUp } from '../core/ui/icons.ts';
import { Rich } from '../core/ui/Rich.tsx';
import { Face, Icon } from '../core/ui/parts.tsx';
import { useComments } from './context.ts';
import { Writer } from './Writer.tsx';

/** Widest that a picture is shown, CSS pixels. */
const widest = 320;

const Pictures = ({ comment }: { comment: Comment }) => {
  const { comments } = useComments();
  return (
    <>
      {comment.files.map(({ id, name, width, height }) => {
        const [wide, high] = [width ?? widest, height ?? widest];
        const shown = Math.max(1, Math.round(Math.min(widest, wide, (widest * wide) / high)));
        return (
          <img
            key={id}
            src={comments.picture(id)}
            alt={name}
            width={shown}
            height={Math.round((shown / wide) * high)}
            loading="lazy"
          />
        );
      })}
    </>
  );
};

const Votes = ({ comment, isOwn }: { comment: Comment; isOwn: boolean }) => {
  const { comments, speech } = useComments();
  const { votes } = comments.list.value!.rules;
  const mine = comments.mine.value.votes[comment.id];
  if (votes === 'off') return null;
  const button = (value: 1 | -1, count: number) => (
    <button
      type="button"
      class="plain vote"
      aria-pressed={mine === value}
      disabled={isOwn}
      onClick={() => void comments.vote(comment.id, value)}
    >
      <span class={value === 1 ? '' : 'upside'}>
        <Icon path={arrowUp} />
      </span>
      <span class="unseen">{speech.say(value === 1 ? 'up' : 'down')}</span>
      {count > 0 && <span>{count}</span>}
    </button>
  );
  return (
    <>
      {button(1, comment.up)}
      {votes === 'both' && button(-1, comment.down)}
    </>
  );
};

/** Asks once more before something is done that cannot be taken back. */
const Sure = ({ question, act, onDone }: { question: string; act(): Promise<void>; onDone(): void }) => {
  const { speech } = useComments();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <span class="sure" role="group" aria-label={question}>
      <span>{question}</span>
      <button ref={first} type="button" class="text" onClick={() => void act()}>
        {speech.say('remove')}
      </button>
      <button type="button" class="text" onClick={onDone}>
        {speech.say('cancel')}
      </button>
    </span>
  );
};

const Acts = ({ comment, own }: { comment: Comment; own: OwnComment | undefined }) => {
  const { comments, speech, seen } = useComments();
  const { say } = speech;
  const asks = useSignal<'remove' | null>(null);
  const isReported = useSignal(false);
  const isPending = own?.state === 'pending';
  const mayChange = own !== undefined && own.editableUntil > comments.now.value;
  const isOpen = comments.list.value!.page.open;
  if (asks.value === 'remove')
    return (
      <div class="acts">
        <Sure
          question={say('sureRemove')}
          act={async () => {
            await comments.remove(comment.id);
            asks.value = null;
          }}
          onDone={() => {
            asks.value = null;
          }}
        />
      </div>
    );
  return (
    <div class="acts">
      {!isPending && <Votes comment={comment} isOwn={own !== undefined} />}
      {isOpen && !isPending && (
        <button
          type="button"
          class="text"
          onClick={() => {
            seen();
            comments.answer(comment.id);
          }}
        >
          {say('reply')}
        </button>
      )}
      {mayChange && (
        <>
          <button
            type="button"
            class="text"
            onClick={() => {
              seen();
              comments.edit(own);
            }}
          >
            {say('edit')}
          </button>
          <button
            type="button"
            class="text"
            onClick={() => {
              asks.value = 'remove';
            }}
          >
            {say('remove')}
          </button>
        </>
      )}
      {!own &&
        comment.author.kind !== 'staff' &&
        (isReported.value ? (
          <span class="soft" role="status">
            {say('reported')}
          </span>
        ) : (
          <button
            type="button"
            class="text quiet"
            title={say('sureReport')}
            onClick={async () => {
              isReported.value = await comments.report(comment.id);
            }}
          >
            {say('report')}
          </button>
        ))}
    </div>
  );
};

/** A comment with what was replied to it. @param under the comment that it stands below, which is not always the one it answers */
export const Thread = ({ branch, under }: { branch: Branch<Comment>; under: string | null }) => {
  const { comments, speech } = useComments();
  const { say } = speech;
  const { comment, replies } = branch;
  const { id, author, at, editedAt, gone, parent } = comment;
  const item = useRef<HTMLElement>(null);
  const own = comments.mine.value.comments.get(id);
  const name = author.name || say('guest');
  const draft = comments.open.value;
  const isEdited = draft?.edits === id;
  const isTarget = comments.target.value === id;
  const now = comments.now.value;
  const list = comments.list.value!;
  const above = parent === null ? undefined : comments.find(parent);
  useLayoutEffect(() => {
    if (!isTarget) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    item.current?.focus({ preventScroll: true });
  }, [isTarget]);
  const left = list.more[id];
  return (
    <li>
      <article
        ref={item}
        tabIndex={-1}
        class={isTarget ? 'comment here' : 'comment'}
        aria-label={gone ? say('gone') : name}
      >
        {gone ? (
          <p class="soft">{say('gone')}</p>
        ) : (
          <>
            <header>
              <Face name={name} />
              <strong>
                <bdi>{name}</bdi>
              </strong>
              {author.kind === 'staff' && <span class="badge">{say('team')}</span>}
              {author.kind === 'visitor' && author.verified && <span class="badge">{say('verified')}</span>}
              {above && parent !== under && !above.gone && (
                <span class="soft">{say('answers', { name: above.author.name || say('guest') })}</span>
              )}
              <a class="soft" href={comments.linkTo(id)} title={speech.exact(at)}>
                <time dateTime={new Date(at).toISOString()}>{speech.when(at, now)}</time>
              </a>
              {editedAt !== null && <span class="soft">{say('edited')}</span>}
            </header>
            {own?.state === 'pending' && (
              <p class="notice">
                {say('waits')}{' '}
                {say(
                  /^(?:always|first|links|edited|reported)$/.test(own.reason ?? '')
                    ? (`why_${own.reason}` as 'why_first')
                    : 'why_held',
                )}
              </p>
            )}
            {isEdited ? (
              <Writer
                draft={draft}
                onClose={() => {
                  comments.open.value = null;
                }}
              />
            ) : (
              <div dir="auto" class="words">
                <Rich nodes={comment.rich} />
                <Pictures comment={comment} />
              </div>
            )}
            {!isEdited && <Acts comment={comment} own={own} />}
          </>
        )}
        {draft?.parent === id && (
          <Writer
            key={draft.id}
            draft={draft}
            replyTo={name}
            onClose={() => {
              comments.open.value = null;
            }}
          />
        )}
      </article>
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <Thread key={reply.comment.id} branch={reply} under={id} />
          ))}
        </ol>
      )}
      {left !== undefined && left > 0 && (
        <button type="button" class="text" onClick={() => void comments.rest(id)}>
          {say('moreReplies', { count: left })}
        </button>
      )}
    </li>
  );
};
