import { useSignal } from '@preact/signals';
import { postPasskey, postPasskeyOptions } from '../../../shared/account/passkeys/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { AccountField } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import { PasswordForm } from './PasswordForm.tsx';
import type { AccountTexts } from './texts.ts';

/** Adds a passkey: after the password, the browser takes over. */
export const AddPasskey = ({
  model,
  texts,
  onBegun,
  onDone,
}: {
  model: AccountModel;
  texts: AccountTexts;
  onBegun(): void;
  /** @param told what came of it */
  onDone(told: string): void;
}) => {
  const staff = useStaff();
  const isAdding = useSignal(false);
  if (!isAdding.value)
    return (
      <button
        type="button"
        onClick={() => {
          onBegun();
          isAdding.value = true;
        }}
      >
        {texts.addPasskey}
      </button>
    );
  const add = async (name: string, password: string): Promise<void> => {
    const { browserSupportsWebAuthn, startRegistration } = await import('@simplewebauthn/browser');
    if (!browserSupportsWebAuthn()) return onDone(texts.passkeyUnsupported);
    const proved = staff.call(postPasskeyOptions, { body: { proof: { password } } });
    const optionsJSON = await model.attempt('passkeys', proved);
    if (!optionsJSON) return;
    const made = await startRegistration({ optionsJSON }).catch((error: unknown) => {
      const isKnown = error instanceof Error && error.name === 'InvalidStateError';
      onDone(isKnown ? texts.passkeyKnown : texts.passkeyCancelled);
      return null;
    });
    if (!made) return;
    const body = { name, credential: made };
    if (await model.change('passkeys', staff.call(postPasskey, { body }))) {
      isAdding.value = false;
      onDone(texts.passkeyAdded);
    }
  };
  return (
    <PasswordForm
      model={model}
      part="passkeys"
      name="proof.password"
      texts={texts}
      submit={texts.passkeyNext}
      takesFocus
      onSubmit={async ({ name = '', ...fields }) => {
        onDone('');
        await add(name.trim(), fields['proof.password'] ?? '');
      }}
      onCancel={() => {
        model.forgetRefused();
        isAdding.value = false;
      }}
    >
      <AccountField
        label={texts.passkeyName}
        name="name"
        type="text"
        dir="auto"
        maxLength={80}
        texts={texts}
        refused={model.refusedIn('passkeys')}
        autocomplete="off"
        hint={texts.passkeyNameHint}
      />
    </PasswordForm>
  );
};
