import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { listWork, putWork } from '../../../shared/inbox/routes.ts';
import type { Work } from '../../../shared/inbox/schema.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import type { AccountTexts } from './texts.ts';

const maxOpenConversations = 10;

/** One's own work: how much one takes at once, and in which of the site's languages; saved when it is changed. */
export const OwnWork = ({ texts }: { texts: AccountTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const own = useSignal<Work | null>(null);
  const site = useSignal<{ languages: readonly string[]; gives: boolean }>({ languages: [], gives: false });
  const outcome = useSignal('');
  const id = useId();
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listWork, {}));
    if (!found) return;
    own.value = found.people.find((person) => person.id === staff.me.id) ?? null;
    site.value = found;
  };
  useEffect(() => void load(), [staff]);
  const work = own.value;
  if (!work) return null;
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  // Languages that the site has no more stay as they are.
  const languages = [...new Set([...site.value.languages, ...work.languages])];

  const set = async (change: Partial<Pick<Work, 'capacity' | 'languages'>>): Promise<void> => {
    const next = { ...work, ...change };
    own.value = next;
    outcome.value = '';
    const { capacity, languages: spoken } = next;
    const body = { capacity, languages: spoken };
    // What was refused is said where failures are, and shown as it is.
    if (await staff.attempt(staff.call(putWork, { path: { person: work.id }, body })))
      outcome.value = texts.workSaved;
    else await load();
  };

  return (
    <section class="card" aria-labelledby="account-work">
      <h3 id="account-work">{texts.work}</h3>
      <p class="quiet">{site.value.gives ? texts.workLead : texts.workOff}</p>
      <div class="account-field">
        <label for={id}>{texts.atOnce}</label>
        <select
          id={id}
          value={String(work.capacity)}
          onChange={(event) => void set({ capacity: Number(event.currentTarget.value) })}
        >
          {Array.from({ length: maxOpenConversations }, (_, place) => (
            <option key={place} value={String(place + 1)}>
              {place + 1}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{texts.speak}</legend>
        {languages.map((language) => (
          <label key={language}>
            <input
              type="checkbox"
              checked={work.languages.includes(language)}
              onChange={(event) =>
                void set({
                  languages: event.currentTarget.checked
                    ? [...work.languages, language]
                    : work.languages.filter((one) => one !== language),
                })
              }
            />
            <span>{names.of(language) ?? language}</span>
          </label>
        ))}
      </fieldset>
      <p role="status" class="quiet">
        {outcome.value}
      </p>
    </section>
  );
};
