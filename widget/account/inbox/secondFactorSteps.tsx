import { useSignal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import type { Enrolment } from '../../../shared/account/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { AccountField, readForm } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import type { AccountWords } from './words.ts';

/** The codes for who has lost the device: shown once. */
export const Codes = ({
  codes,
  words,
  onKept,
}: {
  codes: readonly string[];
  words: AccountWords;
  onKept(): void;
}) => {
  const said = useSignal('');
  return (
    <div class="codes">
      <h4>{words.codes}</h4>
      <p>{words.codesLead}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p role="status">{said.value}</p>
      <div class="row-of-buttons">
        <button
          type="button"
          onClick={() =>
            navigator.clipboard.writeText(codes.join('\n')).then(
              () => {
                said.value = words.copied;
              },
              () => {},
            )
          }
        >
          {words.copyCodes}
        </button>
        <button type="button" class="primary" onClick={onKept}>
          {words.kept}
        </button>
      </div>
    </div>
  );
};

/** Proves that the device has the secret. */
export const ConfirmFactor = ({
  model,
  enrolment,
  words,
  onConfirmed,
}: {
  model: AccountModel;
  enrolment: Enrolment;
  words: AccountWords;
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
      <p>{words.scan}</p>
      <svg
        class="qr"
        role="img"
        aria-label={words.qr}
        viewBox={`-2 -2 ${enrolment.qr.size + 4} ${enrolment.qr.size + 4}`}
      >
        <path d={enrolment.qr.path} />
      </svg>
      <p>
        <code>{enrolment.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <AccountField
        label={words.code}
        name="code"
        words={words}
        refused={model.refusedIn('factor')}
        type="text"
        autocomplete="one-time-code"
      />
      <button type="submit" class="primary">
        {words.confirm}
      </button>
    </form>
  );
};

/** Asks for the password before the factor is turned on or off. */
export const SwitchFactor = ({
  model,
  isTurningOn,
  words,
  onEnrol,
  onDone,
}: {
  model: AccountModel;
  isTurningOn: boolean;
  words: AccountWords;
  onEnrol(enrolment: Enrolment): void;
  onDone(): void;
}) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  return (
    <form
      key={`${isTurningOn}`}
      onSubmit={async (event) => {
        const { password = '', code = '' } = readForm(event);
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
    >
      <AccountField
        label={words.confirmPassword}
        name="password"
        words={words}
        refused={model.refusedIn('factor')}
        autocomplete="current-password"
      />
      {!isTurningOn && (
        <AccountField
          label={words.code}
          name="code"
          words={words}
          refused={model.refusedIn('factor')}
          type="text"
          autocomplete="one-time-code"
          hint={words.codeHint}
        />
      )}
      <div class="row-of-buttons">
        <button type="submit" class="primary">
          {isTurningOn ? words.turnOn : words.turnOff}
        </button>
        <button type="button" onClick={onDone}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
