import { useSignal } from '@preact/signals';
import { postRemovePasskey } from '../../../shared/account/passkeys/routes.ts';
import type { Passkey } from '../../../shared/account/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { AddPasskey } from './AddPasskey.tsx';
import type { AccountModel } from './model.ts';
import { PasswordForm } from './PasswordForm.tsx';
import type { AccountTexts } from './texts.ts';

const PasskeyRow = ({ passkey, texts }: { passkey: Passkey; texts: AccountTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const { usedAt } = passkey;
  return (
    <>
      <span dir="auto">
        {passkey.name} {passkey.isSynced && <span class="chip">{texts.passkeySynced}</span>}
      </span>
      <span class="quiet" title={exact(tag, usedAt ?? passkey.createdAt)}>
        {usedAt === null
          ? texts.passkeyUnused
          : fill(texts.passkeyUsed, { when: ago(tag, usedAt, staff.now.value) })}
      </span>
    </>
  );
};

/** One's passkeys: added, told apart and removed. */
export const Passkeys = ({
  model,
  passkeys,
  texts,
}: {
  model: AccountModel;
  passkeys: readonly Passkey[];
  texts: AccountTexts;
}) => {
  const staff = useStaff();
  const removing = useSignal<string | null>(null);
  const outcome = useSignal('');
  const end = (told: string): void => {
    model.forgetRefused();
    removing.value = null;
    outcome.value = told;
  };
  return (
    <section class="card" aria-labelledby="account-passkeys">
      <h3 id="account-passkeys">{texts.passkeys}</h3>
      <p class="quiet">{texts.passkeysLead}</p>
      {passkeys.length === 0 && <p class="quiet">{texts.noPasskeys}</p>}
      {passkeys.length > 0 && (
        <ul>
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <PasskeyRow passkey={passkey} texts={texts} />
              {removing.value === passkey.id ? (
                <PasswordForm
                  model={model}
                  part="passkeys"
                  name="proof.password"
                  texts={texts}
                  submit={texts.removePasskey}
                  takesFocus
                  onSubmit={async (fields) => {
                    const body = { proof: { password: fields['proof.password'] ?? '' } };
                    const path = { passkey: passkey.id };
                    if (await model.change('passkeys', staff.call(postRemovePasskey, { path, body })))
                      end(texts.passkeyRemoved);
                  }}
                  onCancel={() => end('')}
                />
              ) : (
                <button
                  type="button"
                  aria-label={`${texts.removePasskey}: ${passkey.name}`}
                  onClick={() => {
                    end('');
                    removing.value = passkey.id;
                  }}
                >
                  {texts.removePasskey}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <AddPasskey
        model={model}
        texts={texts}
        onBegun={() => end('')}
        onDone={(told) => {
          outcome.value = told;
        }}
      />
      <p role="status">{outcome.value}</p>
    </section>
  );
};
