import { useSignal } from '@preact/signals';
import { type IncidentState, incidentStates } from '../../../shared/announcements/kinds.ts';
import * as contract from '../../../shared/announcements/routes.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import type { StaffTexts } from './texts.ts';

/** Updates of an incident, and a way to add one until it is over. */
export const Updates = ({
  known,
  texts,
  onReload,
}: {
  known: StaffAnnouncement;
  texts: StaffTexts;
  onReload(): void;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const state = useSignal<IncidentState>('identified');
  const text = useSignal('');
  const id = useSignal(newId());
  // biome-ignore lint/style/noNonNullAssertion: an announcement is written in one language at least
  const language = Object.keys(known.draft.texts)[0]!;
  const post = async (): Promise<void> => {
    const found = await staff.attempt(
      staff.call(contract.postUpdate, {
        path: { announcement: known.id },
        body: { id: id.value, state: state.value, texts: { [language]: text.value } },
      }),
    );
    if (!found) return;
    text.value = '';
    id.value = newId();
    onReload();
  };
  return (
    <>
      <ul>
        {known.updates.map((update) => (
          <li key={update.id}>
            <strong>{texts[`u_${update.state}`]}</strong>{' '}
            <span class="quiet">
              {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(update.at)}
            </span>{' '}
            <span dir="auto">{Object.values(update.texts)[0]}</span>
          </li>
        ))}
      </ul>
      {known.closedAt === null && (
        <form
          class="rule-row"
          onSubmit={(event) => {
            event.preventDefault();
            void post();
          }}
        >
          <select
            aria-label={texts.update}
            value={state.value}
            onChange={(event) => {
              state.value = event.currentTarget.value as IncidentState;
            }}
          >
            {incidentStates.map((one) => (
              <option key={one} value={one}>
                {texts[`u_${one}`]}
              </option>
            ))}
          </select>
          <input
            type="text"
            required
            aria-label={texts.body}
            placeholder={texts.body}
            dir="auto"
            maxLength={1_000}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
          <button type="submit">{texts.postUpdate}</button>
        </form>
      )}
    </>
  );
};
