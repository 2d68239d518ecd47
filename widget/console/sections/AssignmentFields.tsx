import { useEffect, useState } from 'preact/hooks';
import { listWork, putWork } from '../../../shared/inbox/routes.ts';
import type { Team, Work } from '../../../shared/inbox/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useWords } from '../context.ts';
import { NumberField, SelectField } from '../../core/staff/fields.tsx';

const mostAtOnce = 10;

/** How much one person takes at once, and in which of the site's languages: saved when it is changed. */
const PersonWork = ({
  person,
  languages,
  nameOf,
  set,
}: {
  person: Work;
  languages: readonly string[];
  nameOf(tag: string): string;
  set(work: Work): void;
}) => {
  const { say } = useWords();
  const { name, capacity } = person;
  // Languages that the site has no more stay as they are.
  const toggle = (tag: string, on: boolean): void =>
    set({
      ...person,
      languages: on ? [...person.languages, tag] : person.languages.filter((one) => one !== tag),
    });
  return (
    <li class="entry-row">
      <span class="entry-name">
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </span>
      <label>
        {say.atOnce}{' '}
        <select
          aria-label={fill(say.atOnceOf, { name })}
          value={String(capacity)}
          onChange={(event) => set({ ...person, capacity: Number(event.currentTarget.value) })}
        >
          {Array.from({ length: mostAtOnce }, (_, place) => (
            <option key={place} value={String(place + 1)}>
              {place + 1}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="inline-checks">
        <legend class="unseen">{fill(say.speaks, { name })}</legend>
        {languages.map((tag) => (
          <label class="check" key={tag}>
            <input
              type="checkbox"
              checked={person.languages.includes(tag)}
              onChange={(event) => toggle(tag, event.currentTarget.checked)}
            />
            <span>{nameOf(tag)}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
};

/** Whether and how conversations are given to people by themselves. */
export const AssignmentFields = ({ teams }: { teams: readonly Team[] }) => {
  const model = useConsole();
  const { say, tag } = useWords();
  const [people, setPeople] = useState<readonly Work[] | null>(null);
  const { assignment, languages } = model.draft.value!.settings;
  const { mode, acceptSeconds } = assignment;
  const load = async (): Promise<void> => {
    const reply = await model.attempt(model.call(listWork, {}));
    if (reply) setPeople(reply.people);
  };
  useEffect(() => void load(), [model]);
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  const nameOf = (language: string): string => names.of(language) ?? language;
  const change = async (work: Work): Promise<void> => {
    setPeople((all) => all?.map((one) => (one.id === work.id ? work : one)) ?? null);
    const { id, capacity, languages: spoken } = work;
    const path = { person: id };
    // What was refused is said, and shown as it is.
    if (!(await model.attempt(model.call(putWork, { path, body: { capacity, languages: spoken } }))))
      await load();
  };
  const setTeam = (language: string, team: string): void => {
    const { [language]: _, ...others } = assignment.teams;
    model.set(['settings', 'assignment', 'teams'], team ? { ...others, [language]: team } : others);
  };
  return (
    <section class="card" aria-labelledby="assignment">
      <h2 id="assignment">{say.assignment}</h2>
      <p class="quiet">{say.assignmentLead}</p>
      <SelectField
        label={say.assignMode}
        value={mode}
        options={[
          ['off', say.assign_off],
          ['chats', say.assign_chats],
          ['all', say.assign_all],
        ]}
        onValue={(value) => model.set(['settings', 'assignment', 'mode'], value)}
      />
      {mode !== 'off' && (
        <>
          <NumberField
            label={say.acceptSeconds}
            hint={say.acceptSecondsHint}
            value={acceptSeconds}
            min={10}
            max={3_600}
            refused={model.refused('settings.assignment.acceptSeconds')}
            onValue={(value) => model.set(['settings', 'assignment', 'acceptSeconds'], value)}
          />
          {teams.length > 0 && (
            <fieldset>
              <legend>{say.teamByLanguage}</legend>
              <div class="pair">
                {languages.map((language) => (
                  <SelectField
                    key={language}
                    label={nameOf(language)}
                    value={assignment.teams[language] ?? ''}
                    options={[['', say.everybody], ...teams.map(({ id, name }) => [id, name] as const)]}
                    onValue={(team) => setTeam(language, team)}
                  />
                ))}
              </div>
            </fieldset>
          )}
          <h3>{say.whoTakes}</h3>
          <p class="quiet">{say.whoTakesHint}</p>
          {people === null ? (
            <p class="quiet">{say.loading}</p>
          ) : (
            <ul class="plain-list">
              {people.map((person) => (
                <PersonWork
                  key={person.id}
                  person={person}
                  languages={languages}
                  nameOf={nameOf}
                  set={change}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
};
