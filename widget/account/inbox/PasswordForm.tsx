import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../core/staff/context.ts';
import { AccountField, readForm } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import type { AccountTexts } from './texts.ts';

/** Asks for the password before something is decided: a browser that was left open decides nothing. */
export const PasswordForm = (given: {
  model: AccountModel;
  /** Which of the account's parts is changed: refusals are shown of that part alone. */
  part: Parameters<AccountModel['refusedIn']>[0];
  /** The field's name in the body that is sent. */
  name: 'current' | 'password' | 'proof.password';
  texts: AccountTexts;
  submit: string;
  takesFocus?: boolean;
  /** More fields, below the password. */
  children?: ComponentChildren;
  onSubmit(fields: ReturnType<typeof readForm>): Promise<void>;
  onCancel(): void;
}) => {
  const { texts, name, takesFocus } = given;
  const { texts: inboxTexts } = useLanguage();
  return (
    <form onSubmit={(event) => given.onSubmit(readForm(event))}>
      <AccountField
        label={texts.confirmPassword}
        name={name}
        texts={texts}
        refused={given.model.refusedIn(given.part)}
        autocomplete="current-password"
        takesFocus={takesFocus}
      />
      {given.children}
      <div class="row-of-buttons">
        <button type="submit" class="primary">
          {given.submit}
        </button>
        <button type="button" onClick={given.onCancel}>
          {inboxTexts.cancel}
        </button>
      </div>
    </form>
  );
};
