import * as routes from '../../../shared/account/routes.ts';
import type { Account } from '../../../shared/account/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { AccountModel } from './model.ts';
import type { AccountWords } from './words.ts';

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
            {!one.isThis && (
              <button
                type="button"
                aria-label={`${words.endOne}: ${one.device}`}
                onClick={() => model.change(staff.call(routes.postRevoke, { body: { session: one.id } }))}
              >
                {words.endOne}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button type="button" onClick={() => model.change(staff.call(routes.postRevoke, { body: {} }))}>
          {words.endOthers}
        </button>
      )}
    </section>
  );
};
