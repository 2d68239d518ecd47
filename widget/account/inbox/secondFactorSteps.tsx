import { useSignal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import type { Enrolment } from '../../../shared/account/schema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { AccountField, readForm } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import { PasswordForm } from './PasswordForm.tsx';
import type { AccountTexts } from './texts.ts';

/** The codes for who has lost the device: shown once. */
export const Codes = ({
  codes,
  texts,
  onSaved,
}: {
  codes: readonly string[];
  texts: AccountTexts;
  onSaved(): void;
}) => {
  const outcome = useSignal('');
  return (
    <div class="codes">
      <h4>{texts.codes}</h4>
      <p>{texts.codesLead}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p role="status">{outcome.value}</p>
      <div class="row-of-buttons">
        <button
          type="button"
          onClick={() =>
            navigator.clipboard.writeText(codes.join('\n')).then(
              () => {
                outcome.value = texts.copied;
              },
              () => {},
            )
          }
        >
          {texts.copyCodes}
        </button>
        <button type="button" class="primary" onClick={onSaved}>
          {texts.kept}
        </button>
      </div>
    </div>
  );
};

/** Proves that the device has the secret. */
export const ConfirmFactor = ({
  model,
  enrolment,
  texts,
  onConfirmed,
}: {
  model: AccountModel;
  enrolment: Enrolment;
  texts: AccountTexts;
  onConfirmed(codes: readonly string[]): void;
}) => {
  const staff = useStaff();
  // A form of its own: nothing typed into another stands in it.
  return (
    <form
      key="confirm"
      onSubmit={async (event) => {
        const { code = '' } = readForm(event);
        const given = await model.attempt('factor', staff.call(routes.putSecondFactor, { body: { code } }));
        if (given) onConfirmed(given.codes);
      }}
    >
      <p>{texts.scan}</p>
      <svg
        class="qr"
        role="img"
        aria-label={texts.qr}
        viewBox={`-2 -2 ${enrolment.qr.size + 4} ${enrolment.qr.size + 4}`}
      >
        <path d={enrolment.qr.path} />
      </svg>
      <p>
        <code>{enrolment.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <AccountField
        label={texts.code}
        name="code"
        texts={texts}
        refused={model.refusedIn('factor')}
        type="text"
        autocomplete="one-time-code"
      />
      <button type="submit" class="primary">
        {texts.confirm}
      </button>
    </form>
  );
};

/** Asks for the password before the factor is turned on or off. */
export const SwitchFactor = ({
  model,
  isTurningOn,
  texts,
  onEnrol,
  onDone,
}: {
  model: AccountModel;
  isTurningOn: boolean;
  texts: AccountTexts;
  onEnrol(enrolment: Enrolment): void;
  onDone(): void;
}) => {
  const staff = useStaff();
  return (
    <PasswordForm
      key={`${isTurningOn}`}
      model={model}
      part="factor"
      name="password"
      texts={texts}
      submit={isTurningOn ? texts.turnOn : texts.turnOff}
      onSubmit={async ({ password = '', code = '' }) => {
        if (isTurningOn) {
          const enrolment = await model.attempt(
            'factor',
            staff.call(routes.postSecondFactor, { body: { password } }),
          );
          if (enrolment) onEnrol(enrolment);
        } else if (
          await model.change('factor', staff.call(routes.postEndSecondFactor, { body: { password, code } }))
        )
          onDone();
      }}
      onCancel={onDone}
    >
      {!isTurningOn && (
        <AccountField
          label={texts.code}
          name="code"
          texts={texts}
          refused={model.refusedIn('factor')}
          type="text"
          autocomplete="one-time-code"
          hint={texts.codeHint}
        />
      )}
    </PasswordForm>
  );
};
