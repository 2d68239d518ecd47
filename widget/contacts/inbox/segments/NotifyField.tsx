import { useEffect, useState } from 'preact/hooks';
import type { Notified } from '../../../../shared/contacts/segments/schema.ts';
import { getOverview } from '../../../../shared/inbox/routes.ts';
import type { Overview } from '../../../../shared/inbox/schema.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { Field } from '../../../core/staff/fields.tsx';
import { fill } from '../../../core/text/fill.ts';
import type { SegmentTexts } from './texts.ts';

const kinds = ['people', 'teams'] as const;

/** Staff and teams that are told of contacts who enter the segment. */
export const NotifyField = ({
  value,
  texts,
  onValue,
}: {
  value: Notified;
  texts: SegmentTexts;
  onValue(value: Notified): void;
}) => {
  const staff = useStaff();
  const [overview, setOverview] = useState<Overview | null>(null);
  useEffect(() => {
    void staff.attempt(staff.call(getOverview, {})).then(setOverview);
  }, []);
  if (!overview) return null;
  const labels = { people: texts.toPerson, teams: texts.toTeam };
  const add = (choice: string): void => {
    const [kind, id] = choice.split(' ');
    if (id && (kind === 'people' || kind === 'teams')) onValue({ ...value, [kind]: [...value[kind], id] });
  };
  return (
    <div class="stack">
      <Field label={texts.notify} hint={texts.notifyHint}>
        {(control) => (
          <select {...control} value="" onChange={(event) => add(event.currentTarget.value)}>
            <option value="">{texts.notifyChoose}</option>
            {kinds.map((kind) => {
              const free = overview[kind].filter(({ id }) => !value[kind].includes(id));
              return (
                free.length > 0 && (
                  <optgroup key={kind} label={labels[kind]}>
                    {free.map(({ id, name }) => (
                      <option key={id} value={`${kind} ${id}`}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                )
              );
            })}
          </select>
        )}
      </Field>
      {value.people.length + value.teams.length > 0 && (
        <div class="row-of-buttons">
          {kinds.flatMap((kind) =>
            overview[kind]
              .filter(({ id }) => value[kind].includes(id))
              .map(({ id, name }) => (
                <button
                  key={id}
                  type="button"
                  aria-label={fill(texts.notifyStop, { name })}
                  onClick={() => onValue({ ...value, [kind]: value[kind].filter((one) => one !== id) })}
                >
                  <bdi>{name}</bdi> <span aria-hidden="true">×</span>
                </button>
              )),
          )}
        </div>
      )}
    </div>
  );
};
