import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { createAccount } from './model.ts';
import { OwnName } from './OwnName.tsx';
import { OwnWork } from './OwnWork.tsx';
import { Passkeys } from './Passkeys.tsx';
import { Password } from './Password.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import './styles.ts';
import { accountTexts } from './texts.ts';

/** One's own account: how much one takes on, where one is logged in, the password, and the second factor. */
export const Account = () => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const texts = useFeatureTexts(accountTexts);
  const model = useMemo(() => createAccount(staff), [staff]);
  const step = useSignal<'on' | 'off' | null>(null);
  useEffect(() => void model.load(), [model]);

  const known = model.known.value;
  if (!texts || !known) return <section class="account" aria-busy="true" />;
  return (
    <section class="account" aria-labelledby="account-title">
      <header>
        <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
          {inboxTexts.inbox}
        </button>
        <h2 id="account-title">{texts.account}</h2>
        <p class="quiet">{fill(texts.lead, { email: known.email })}</p>
      </header>
      <OwnName model={model} name={known.name} texts={texts} />
      <OwnWork texts={texts} />
      <Sessions model={model} sessions={known.sessions} texts={texts} />
      <Password
        model={model}
        email={known.email}
        isOn={known.secondFactorSince !== null}
        // What was refused belongs to the form that was sent.
        texts={texts}
      />
      <SecondFactor
        model={model}
        since={known.secondFactorSince}
        codesLeft={known.codesLeft}
        step={step.value}
        onStep={(next) => {
          step.value = next;
        }}
        texts={texts}
      />
      <Passkeys model={model} passkeys={known.passkeys} texts={texts} />
    </section>
  );
};
