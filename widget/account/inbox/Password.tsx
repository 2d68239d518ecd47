import { useSignal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { AccountField, readForm } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import type { AccountTexts } from './texts.ts';

/** Changes one's password. */
export const Password = ({
  model,
  email,
  isOn,
  texts,
}: {
  model: AccountModel;
  email: string;
  /** Whether a second factor is asked for, too. */
  isOn: boolean;
  texts: AccountTexts;
}) => {
  const staff = useStaff();
  const outcome = useSignal('');
  const refused = model.refusedIn('password');
  return (
    <section class="card" aria-labelledby="account-password">
      <h3 id="account-password">{texts.password}</h3>
      <p class="quiet">{texts.passwordLead}</p>
      <form
        onSubmit={async (event) => {
          const form = event.currentTarget;
          const { current = '', password = '', code } = readForm(event);
          const body = { current, password, ...(code && { code }) };
          outcome.value = '';
          if (await model.change('password', staff.call(routes.postPassword, { body }))) {
            form.reset();
            outcome.value = texts.changed;
          }
        }}
      >
        <input type="email" autocomplete="username" value={email} hidden readOnly />
        <AccountField
          label={texts.current}
          name="current"
          texts={texts}
          refused={refused}
          autocomplete="current-password"
        />
        <AccountField
          label={texts.next}
          name="password"
          texts={texts}
          refused={refused}
          autocomplete="new-password"
        />
        {isOn && (
          <AccountField
            label={texts.code}
            name="code"
            texts={texts}
            refused={refused}
            type="text"
            autocomplete="one-time-code"
            hint={texts.codeHint}
          />
        )}
        <button type="submit" class="primary">
          {texts.change}
        </button>
        <p role="status">{outcome.value}</p>
      </form>
    </section>
  );
};
