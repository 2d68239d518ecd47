import { type Signal, useSignal } from '@preact/signals';
import type { Comment } from '../../shared/comments/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { CallError } from '../core/net/client.ts';
import { cross } from '../core/ui/icons.ts';
import { Rich } from '../core/ui/Rich.tsx';
import { Icon } from '../core/ui/parts.tsx';
import { useComments } from './context.ts';
import { failureText } from './failureText.ts';
import { attach, preview } from './sending.ts';
import type { Draft } from './writing.ts';
import type { Locale } from './texts.ts';
import { type FieldProblems, WriterFields } from './WriterFields.tsx';

const picture = 'M4 5.5h16v13H4zM4 15l4.5-4.5L14 16M12.5 14.5l3-3L20 16M15.5 9h.01';

const fieldText = (text: Locale['text'], field: string, code: FieldCode): string => {
  if (/^(?:too_many_pixels|too_complex)$/.test(code) || (field === 'file' && code === 'too_long'))
    return text('tooLarge');
  if (field === 'file' || field === 'files') return text('notPicture');
  if (code === 'already_there') return text('already');
  if (code === 'required') return text('required');
  if (code === 'too_long' || code === 'too_many') return text('tooLong');
  return text(code === 'not_email' ? 'notEmail' : 'refused');
};

const fieldProblems = (text: Locale['text'], name: string, failure: CallError | null): FieldProblems => {
  const wrong = failure?.fields ?? {};
  return {
    problem: (field) =>
      wrong[field] && (
        <p class="wrong" id={`${name}-${field}`}>
          {fieldText(text, field, wrong[field])}
        </p>
      ),
    marks: (field) => (wrong[field] ? { 'aria-invalid': true, 'aria-describedby': `${name}-${field}` } : {}),
  };
};

const Pictures = ({ draft }: { draft: Draft }) => {
  const { text } = useComments();
  if (draft.files.value.length === 0) return null;
  return (
    <ul class="files">
      {draft.files.value.map(({ id, name: file }) => (
        <li key={id}>
          <bdi>{file}</bdi>
          <button
            type="button"
            class="plain"
            aria-label={text('withoutPicture', { name: file })}
            onClick={() => {
              draft.files.value = draft.files.value.filter((one) => one.id !== id);
            }}
          >
            <Icon path={cross} />
          </button>
        </li>
      ))}
    </ul>
  );
};

type Shown = { of: string; rich: Comment['rich'] } | null;

const Actions = (given: { draft: Draft; shown: Signal<Shown>; onClose: (() => void) | undefined }) => {
  const { draft, shown, onClose } = given;
  const { comments, text } = useComments();
  // biome-ignore lint/style/noNonNullAssertion: fields are drawn only once the list is loaded
  const { rules } = comments.list.value!;
  return (
    <div class="acts">
      <button type="submit" class="primary" disabled={draft.busy.value || !draft.body.value.trim()}>
        {text(draft.busy.value ? 'sending' : draft.edits ? 'save' : 'send')}
      </button>
      {onClose && (
        <button type="button" onClick={onClose}>
          {text('cancel')}
        </button>
      )}
      <button
        type="button"
        class="text"
        aria-pressed={shown.value?.of === draft.body.value}
        onClick={async () => {
          const of = draft.body.value;
          const rich = shown.value?.of === of ? null : await preview(comments.page, of);
          shown.value = rich && { of, rich };
        }}
      >
        {text('preview')}
      </button>
      {rules.pictures > draft.files.value.length && (
        <label class="pick" title={text('picture')}>
          <Icon path={picture} />
          <span class="unseen">{text('picture')}</span>
          <input
            type="file"
            accept="image/*"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (file) void attach(comments.page, draft, file);
            }}
          />
        </label>
      )}
      <small class="hint" dir="auto">
        {text('hint')}
      </small>
    </div>
  );
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
  const { text } = useComments();
  const shown = useSignal<Shown>(null);
  const problems = fieldProblems(text, name, failure);
  const { problem } = problems;
  return (
    <>
      {problem('body')}
      {shown.value?.of === draft.body.value && (
        <div class="preview" dir="auto">
          {shown.value.rich.length ? <Rich nodes={shown.value.rich} /> : text('nothing')}
        </div>
      )}
      <Pictures draft={draft} />
      {problem('files') || problem('file')}
      {!draft.edits && <WriterFields {...problems} />}
      {failure && Object.keys(failure.fields).length === 0 && (
        <p class="notice bad" role="alert">
          {failureText(text, failure)}
        </p>
      )}
      {isWorking.value && (
        <p class="soft" role="status">
          {text('working')}
        </p>
      )}
      <Actions draft={draft} shown={shown} onClose={onClose} />
    </>
  );
};
