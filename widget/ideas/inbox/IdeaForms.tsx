import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { StaffIdea } from '../../../shared/ideas/staffSchema.ts';
import { type IdeaStatus, ideaStatuses } from '../../../shared/ideas/states.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import type { IdeaTexts } from './texts.ts';

interface Frame {
  texts: IdeaTexts;
  close(): void;
}

/** Several lines of text with their name. */
const ProseField = ({
  label,
  hint,
  value,
  required = false,
  maxLength,
  onValue,
}: {
  label: string;
  hint?: string;
  value: string;
  required?: boolean;
  maxLength: number;
  onValue(text: string): void;
}) => {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        required={required}
        maxLength={maxLength}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

const Ends = ({ texts, close }: Frame) => (
  <div class="row-of-buttons">
    <button type="submit" class="primary">
      {texts.save}
    </button>
    <button type="button" onClick={close}>
      {texts.cancel}
    </button>
  </div>
);

/** Puts the focus on the first field of a form that has just opened. */
const useFirstField = () => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return form;
};

/** A new status with its note; what is declined needs a reason. */
export const StatusForm = ({
  idea,
  texts,
  save,
  close,
}: Frame & {
  idea: StaffIdea;
  /** @returns whether it was taken */
  save(status: IdeaStatus, note: string): Promise<boolean>;
}) => {
  const status = useSignal<IdeaStatus>(idea.status);
  const note = useSignal('');
  const isNo = status.value === 'declined';
  return (
    <form
      ref={useFirstField()}
      class="idea-form"
      aria-label={texts.setStatus}
      onSubmit={async (event) => {
        event.preventDefault();
        if (await save(status.value, note.value)) close();
      }}
    >
      <SelectField
        label={texts.filter}
        value={status.value}
        options={ideaStatuses.map((one) => [one, texts[`status_${one}`]] as const)}
        onValue={(value) => {
          status.value = value;
        }}
      />
      <ProseField
        label={isNo ? texts.noteRequired : texts.note}
        hint={texts.noteHint}
        value={note.value}
        required={isNo}
        maxLength={2_000}
        onValue={(text) => {
          note.value = text;
        }}
      />
      <Ends texts={texts} close={close} />
    </form>
  );
};

/** The words of an idea: a new one's, or a change of one. */
export const IdeaText = ({
  idea,
  texts,
  save,
  close,
}: Frame & {
  idea: Pick<StaffIdea, 'title' | 'details'> | null;
  /** @returns whether it was taken */
  save(title: string, details: string): Promise<boolean>;
}) => {
  const title = useSignal(idea?.title ?? '');
  const details = useSignal(idea?.details ?? '');
  return (
    <form
      ref={useFirstField()}
      class="idea-form"
      aria-label={idea ? texts.edit : texts.add}
      onSubmit={async (event) => {
        event.preventDefault();
        if (await save(title.value, details.value)) close();
      }}
    >
      <TextField
        label={texts.ideaTitle}
        dir="auto"
        required
        maxLength={200}
        value={title.value}
        onValue={(text) => {
          title.value = text;
        }}
      />
      <ProseField
        label={texts.details}
        value={details.value}
        maxLength={10_000}
        onValue={(text) => {
          details.value = text;
        }}
      />
      <Ends texts={texts} close={close} />
    </form>
  );
};
