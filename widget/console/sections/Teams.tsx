import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import { deleteLabel, deleteTeam, getOverview, putLabel, putTeam } from '../../../shared/inbox/routes.ts';
import type { Label, Overview, Team } from '../../../shared/inbox/schema.ts';
import { CallError } from '../../core/net/client.ts';
import { useConsole, useTexts } from '../context.ts';
import { CheckField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { Entry, SaveRow } from './entries.tsx';

/** Rules of assignment: looked at seldom, so that they come when the section is opened. */
const Assignment = ({ teams }: { teams: readonly Team[] }) => {
  const model = useConsole();
  const [Part, setPart] = useState<ComponentType<{ teams: readonly Team[] }> | null>(null);
  useEffect(() => {
    void model
      .attempt(
        import('./WorkSettings.tsx').catch(() => {
          throw new CallError('offline');
        }),
      )
      .then((part) => part && setPart(() => part.WorkSettings));
  }, [model]);
  return Part && <Part teams={teams} />;
};

const colours = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet'] as const;

const TeamEditor = ({ start, people, done }: { start: Team; people: Overview['people']; done(): void }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const [team, setTeam] = useState(start);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { id, name, members } = team;
    if (await model.attempt(model.call(putTeam, { path: { team: id }, body: { name, members } }))) done();
  };
  return (
    <form class="entry" onSubmit={submit} aria-label={texts.teamEdit}>
      <TextField
        label={texts.teamCalled}
        value={team.name}
        required
        autofocus
        maxLength={60}
        dir="auto"
        refused={model.problem.value?.fields['name']}
        onValue={(name) => setTeam({ ...team, name })}
      />
      <fieldset>
        <legend>{texts.teamMembers}</legend>
        {people.map(({ id, name }) => (
          <CheckField
            hint=""
            key={id}
            label={name}
            value={team.members.includes(id)}
            onValue={(on) =>
              setTeam({
                ...team,
                members: on ? [...team.members, id] : team.members.filter((one) => one !== id),
              })
            }
          />
        ))}
      </fieldset>
      <SaveRow cancel={done} />
    </form>
  );
};

const LabelEditor = ({ start, done }: { start: Label; done(): void }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const [label, setLabel] = useState(start);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { id, name, colour } = label;
    if (await model.attempt(model.call(putLabel, { path: { label: id }, body: { name, colour } }))) done();
  };
  return (
    <form class="entry" onSubmit={submit} aria-label={texts.labelEdit}>
      <div class="pair">
        <TextField
          label={texts.labelCalled}
          value={label.name}
          required
          autofocus
          maxLength={40}
          dir="auto"
          refused={model.problem.value?.fields['name']}
          onValue={(name) => setLabel({ ...label, name })}
        />
        <SelectField
          label={texts.labelColour}
          value={label.colour}
          options={colours.map((colour) => [colour, texts[`colour_${colour}`]] as const)}
          onValue={(colour) => setLabel({ ...label, colour })}
        />
      </div>
      <SaveRow cancel={done} />
    </form>
  );
};

/** Teams, and the labels that conversations are sorted by. */
export const Teams = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const [all, setAll] = useState<Overview | null>(null);
  const [team, setTeam] = useState<Team | null>(null);
  const [label, setLabel] = useState<Label | null>(null);
  const load = async (): Promise<void> => {
    const found = await model.attempt(model.call(getOverview, {}));
    if (found) setAll(found);
  };
  useEffect(() => void load(), [model]);
  const close = (): void => {
    setTeam(null);
    setLabel(null);
    void load();
  };
  if (!all) return <p class="quiet">{texts.loading}</p>;
  const nameOf = (id: string): string => all.people.find((person) => person.id === id)?.name ?? '';
  return (
    <>
      <section class="card" aria-labelledby="teams">
        <h2 id="teams">{texts.teams}</h2>
        {all.teams.length === 0 && <p class="quiet">{texts.teamsNone}</p>}
        <ul class="plain-list">
          {all.teams.map((one) => (
            <Entry
              key={one.id}
              name={one.name}
              change={() => setTeam(one)}
              remove={async () => {
                if (await model.attempt(model.call(deleteTeam, { path: { team: one.id } }))) await load();
              }}
            >
              <strong>
                <bdi>{one.name}</bdi>
              </strong>{' '}
              <span class="quiet">{one.members.map(nameOf).filter(Boolean).join(', ')}</span>
            </Entry>
          ))}
        </ul>
        {team ? (
          <TeamEditor key={team.id} start={team} people={all.people} done={close} />
        ) : (
          <button type="button" onClick={() => setTeam({ id: newId(), name: '', members: [] })}>
            {texts.teamAdd}
          </button>
        )}
      </section>
      <Assignment teams={all.teams} />
      <section class="card" aria-labelledby="labels">
        <h2 id="labels">{texts.labels}</h2>
        {all.labels.length === 0 && <p class="quiet">{texts.labelsNone}</p>}
        <ul class="plain-list">
          {all.labels.map((one) => (
            <Entry
              key={one.id}
              name={one.name}
              change={() => setLabel(one)}
              remove={async () => {
                if (await model.attempt(model.call(deleteLabel, { path: { label: one.id } }))) await load();
              }}
            >
              <span class={`chip ${one.colour}`}>
                <bdi>{one.name}</bdi>
              </span>
            </Entry>
          ))}
        </ul>
        {label ? (
          <LabelEditor key={label.id} start={label} done={close} />
        ) : (
          <button type="button" onClick={() => setLabel({ id: newId(), name: '', colour: 'teal' })}>
            {texts.labelAdd}
          </button>
        )}
      </section>
    </>
  );
};
