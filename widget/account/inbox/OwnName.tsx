import { useSignal } from '@preact/signals';
import { patchAccount } from '../../../shared/account/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { AccountField, readForm } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import type { AccountTexts } from './texts.ts';

/** One's own name, as colleagues and visitors read it. */
export const OwnName = ({
  model,
  name,
  texts,
}: {
  model: AccountModel;
  name: string;
  texts: AccountTexts;
}) => {
  const staff = useStaff();
  const outcome = useSignal('');
  return (
    <section class="card" aria-labelledby="account-name">
      <h3 id="account-name">{texts.name}</h3>
      <form
        onSubmit={async (event) => {
          const { name: typed = '' } = readForm(event);
          outcome.value = '';
          const body = { name: typed.trim() };
          if (await model.change('name', staff.call(patchAccount, { body }))) outcome.value = texts.nameSaved;
        }}
      >
        <AccountField
          label={texts.ownName}
          name="name"
          type="text"
          dir="auto"
          value={name}
          maxLength={80}
          texts={texts}
          refused={model.refusedIn('name')}
          autocomplete="name"
          hint={texts.nameHint}
        />
        <button type="submit" class="primary">
          {texts.saveName}
        </button>
        <p role="status">{outcome.value}</p>
      </form>
    </section>
  );
};
