import { useSignal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import type { Account } from '../../../shared/account/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { AccountField, readForm } from './AccountField.tsx';
import type { AccountModel } from './model.ts';
import type { AccountWords } from './words.ts';

/** Which sessions are to end: one by its id, or all others. */
type Ending = { session?: string } | null;

/** Asks for the password before sessions end: a browser that was left open decides nothing. */
const EndSessions = ({
  model,
  ending,
  words,
  onDone,
}: {
  model: AccountModel;
  ending: NonNullable<Ending>;
  words: AccountWords;
  onDone(): void;
}) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  return (
    <form
      onSubmit={async (event) => {
        const { current = '' } = readForm(event);
        const body = { ...ending, current };
        if (await model.change('sessions', staff.call(routes.postRevoke, { body }))) onDone();
      }}
    >
      <AccountField
        label={words.confirmPassword}
        name="current"
        words={words}
        refused={model.refusedIn('sessions')}
        autocomplete="current-password"
        takesFocus
      />
      <div class="row-of-buttons">
        <button type="submit" class="primary">
          {ending.session ? words.endOne : words.endOthers}
        </button>
        <button type="button" onClick={onDone}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};

/** Where one is logged in. */
export const Sessions = ({
  model,
  sessions,
  words,
}: {
  model: AccountModel;
  sessions: Account['sessions'];
  words: AccountWords;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const ending = useSignal<Ending>(null);
  const form = ending.value && (
    <EndSessions
      key={ending.value.session ?? ''}
      model={model}
      ending={ending.value}
      words={words}
      onDone={() => {
        model.forgetRefused();
        ending.value = null;
      }}
    />
  );
  return (
    <section class="card" aria-labelledby="account-sessions">
      <h3 id="account-sessions">{words.sessions}</h3>
      <ul>
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {one.device || '–'} {one.isThis && <span class="chip green">{words.thisOne}</span>}
            </span>
            <span class="quiet" title={exact(tag, one.seenAt)}>
              {fill(words.lastSeen, { when: ago(tag, one.seenAt, staff.now.value) })}
            </span>
            {!one.isThis &&
              (ending.value?.session === one.id ? (
                form
              ) : (
                <button
                  type="button"
                  aria-label={`${words.endOne}: ${one.device}`}
                  onClick={() => {
                    ending.value = { session: one.id };
                  }}
                >
                  {words.endOne}
                </button>
              ))}
          </li>
        ))}
      </ul>
      {sessions.length > 1 &&
        (ending.value && !ending.value.session ? (
          form
        ) : (
          <button
            type="button"
            onClick={() => {
              ending.value = {};
            }}
          >
            {words.endOthers}
          </button>
        ))}
    </section>
  );
};
