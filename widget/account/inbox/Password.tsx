import { useSignal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { AccountField, readForm } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import type { AccountWords } from './words.ts';

/** Changes one's password. */
export const Password = ({
  model,
  email,
  isOn,
  words,
}: {
  model: AccountModel;
  email: string;
  /** Whether a second factor is asked for, too. */
  isOn: boolean;
  words: AccountWords;
}) => {
  const staff = useStaff();
  const said = useSignal('');
  const refused = model.refusedIn('password');
  return (
    <section class="card" aria-labelledby="account-password">
      <h3 id="account-password">{words.password}</h3>
      <p class="quiet">{words.passwordLead}</p>
      <form
        onSubmit={async (event) => {
          const form = event.currentTarget;
          const { current = '', password = '', code } = readForm(event);
          const body = { current, password, ...(code && { code }) };
          said.value = '';
          if (await model.change('password', staff.call(routes.postPassword, { body }))) {
            form.reset();
            said.value = words.changed;
          }
        }}
      >
        <input type="email" autocomplete="username" value={email} hidden readOnly />
        <AccountField
          label={words.current}
          name="current"
          words={words}
          refused={refused}
          autocomplete="current-password"
        />
        <AccountField
          label={words.next}
          name="password"
          words={words}
          refused={refused}
          autocomplete="new-password"
        />
        {isOn && (
          <AccountField
            label={words.code}
            name="code"
            words={words}
            refused={refused}
            type="text"
            autocomplete="one-time-code"
            hint={words.codeHint}
          />
        )}
        <button type="submit" class="primary">
          {words.change}
        </button>
        <p role="status">{said.value}</p>
      </form>
    </section>
  );
};
