import { type Signal, useSignal } from '@preact/signals';
import type { Comment } from '../../shared/comments/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { CallError } from '../core/net/client.ts';
import { cross } from '../core/ui/icons.ts';
import { Rich } from '../core/ui/Rich.tsx';
import { Icon } from '../core/ui/parts.tsx';
import { useComments } from './context.ts';
import { failureText } from './failureText.ts';
import type { Draft } from './writing.ts';
import type { Speech } from './words.ts';

const picture = 'M4 5.5h16v13H4zM4 15l4.5-4.5L14 16M12.5 14.5l3-3L20 16M15.5 9h.01';

const fieldText = ({ say }: Speech, field: string, code: FieldCode): string => {
  if (field === 'file' || field === 'files') return say('notPicture');
  if (code === 'already_there') return say('already');
  if (code === 'required') return say('required');
  if (code === 'too_long' || code === 'too_many') return say('tooLong');
  return say(code === 'not_email' ? 'notEmail' : 'refused');
};

/** Everything of a form but its box: loaded when somebody begins to write. */
export const Fields = ({
  draft,
  name,
  failure,
  isWorking,
  onClose,
}: {
  draft: Draft;
  /** Begins the ids of what is said of fields. */
  name: string;
  failure: CallError | null;
  isWorking: Signal<boolean>;
  onClose?: (() => void) | undefined;
}) => {
  const { comments, speech } = useComments();
  const { say } = speech;
  const { rules } = comments.list.value!;
  const shown = useSignal<{ of: string; rich: Comment['rich'] } | null>(null);
  const wrong = failure?.fields ?? {};
  const first = Object.keys(wrong)[0];
  const problem = (field: string) =>
    wrong[field] && (
      <p class="wrong" id={`${name}-${field}`}>
        {fieldText(speech, field, wrong[field])}
      </p>
    );
  const marks = (field: string) =>
    wrong[field] ? { 'aria-invalid': true, 'aria-describedby': `${name}-${field}` } : {};
  return (
    <>
      {problem('body')}
      {shown.value?.of === draft.body.value && (
        <div class="preview" dir="auto">
          {shown.value.rich.length ? <Rich nodes={shown.value.rich} /> : say('nothing')}
        </div>
      )}
      {draft.files.value.length > 0 && (
        <ul class="files">
          {draft.files.value.map(({ id, name: file }) => (
            <li key={id}>
              <bdi>{file}</bdi>
              <button
                type="button"
                class="plain"
                aria-label={say('withoutPicture', { name: file })}
                onClick={() => {
                  draft.files.value = draft.files.value.filter((one) => one.id !== id);
                }}
              >
                <Icon path={cross} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem('files') || problem('file')}
      {!draft.edits && (
        <div class="who">
          <label>
            <span>
              {say('name')} {rules.name === 'optional' && <small>{say('optional')}</small>}
            </span>
            <input
              name="name"
              autocomplete="name"
              maxLength={80}
              required={rules.name === 'required'}
              value={comments.name.value}
              {...marks('name')}
              onInput={(event) => {
                comments.name.value = event.currentTarget.value;
              }}
            />
            {problem('name')}
          </label>
          {rules.email !== 'no' && (
            <label>
              <span>
                {say('email')}{' '}
                <small>
                  {rules.email === 'optional' && `${say('optional')}, `}
                  {say('whyEmail')}
                </small>
              </span>
              <input
                name="email"
                type="email"
                autocomplete="email"
                required={rules.email === 'required'}
                value={comments.email.value}
                {...marks('email')}
                onInput={(event) => {
                  comments.email.value = event.currentTarget.value;
                }}
              />
              {problem('email')}
            </label>
          )}
          {comments.email.value.trim() && rules.email !== 'no' && (
            <label class="check">
              <input
                type="checkbox"
                checked={comments.follow.value}
                onChange={(event) => {
                  comments.follow.value = event.currentTarget.checked;
                }}
              />
              {say('follow')}
            </label>
          )}
          {comments.follow.value && comments.email.value.trim() && (
            <label class="check">
              <input
                type="checkbox"
                checked={comments.daily.value}
                onChange={(event) => {
                  comments.daily.value = event.currentTarget.checked;
                }}
              />
              {say('daily')}
            </label>
          )}
        </div>
      )}
      {failure && !first && (
        <p class="notice bad" role="alert">
          {failureText(speech, failure)}
        </p>
      )}
      {isWorking.value && (
        <p class="soft" role="status">
          {say('working')}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="primary" disabled={draft.busy.value || !draft.body.value.trim()}>
          {say(draft.busy.value ? 'sending' : draft.edits ? 'save' : 'send')}
        </button>
        {onClose && (
          <button type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        )}
        <button
          type="button"
          class="text"
          aria-pressed={shown.value?.of === draft.body.value}
          onClick={async () => {
            const of = draft.body.value;
            const rich = shown.value?.of === of ? null : await comments.preview(of);
            shown.value = rich && { of, rich };
          }}
        >
          {say('preview')}
        </button>
        {rules.pictures > draft.files.value.length && (
          <label class="pick" title={say('picture')}>
            <Icon path={picture} />
            <span class="unseen">{say('picture')}</span>
            <input
              type="file"
              accept="image/*"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = '';
                if (file) void comments.attach(draft, file);
              }}
            />
          </label>
        )}
        <small class="hint" dir="auto">
          {say('hint')}
        </small>
      </div>
    </>
  );
};
