import type { Signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useComments } from './context.ts';

/** Says why fields were refused. */
export interface FieldProblems {
  /** The reason below a field; nothing where there is none. */
  problem(field: string): ComponentChild;
  /** Marks its control. */
  marks(field: string): { 'aria-invalid'?: boolean; 'aria-describedby'?: string };
}

const Check = ({ label, value }: { label: string; value: Signal<boolean> }) => (
  <label class="check">
    <input
      type="checkbox"
      checked={value.value}
      onChange={(event) => {
        value.value = event.currentTarget.checked;
      }}
    />
    {label}
  </label>
);

const NameField = ({ problem, marks }: FieldProblems) => {
  const { comments, text } = useComments();
  // biome-ignore lint/style/noNonNullAssertion: fields are drawn only once the list is loaded
  const { rules } = comments.list.value!;
  return (
    <label>
      <span>
        {text('name')} {rules.name === 'optional' && <small>{text('optional')}</small>}
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
  );
};

const EmailField = ({ problem, marks }: FieldProblems) => {
  const { comments, text } = useComments();
  // biome-ignore lint/style/noNonNullAssertion: fields are drawn only once the list is loaded
  const { rules } = comments.list.value!;
  return (
    <label>
      <span>
        {text('email')}{' '}
        <small>
          {rules.email === 'optional' && `${text('optional')}, `}
          {text('whyEmail')}
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
  );
};

/** Fields about the author, and about mails they want. */
export const WriterFields = (given: FieldProblems) => {
  const { comments, text } = useComments();
  // biome-ignore lint/style/noNonNullAssertion: fields are drawn only once the list is loaded
  const asksEmail = comments.list.value!.rules.email !== 'no';
  const hasEmail = comments.email.value.trim() !== '';
  return (
    <div class="who">
      <NameField {...given} />
      {asksEmail && <EmailField {...given} />}
      {hasEmail && asksEmail && <Check label={text('follow')} value={comments.follow} />}
      {hasEmail && comments.follow.value && <Check label={text('daily')} value={comments.daily} />}
    </div>
  );
};
