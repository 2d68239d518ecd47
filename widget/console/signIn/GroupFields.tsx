import type { GroupRole } from '../../../shared/oidc/schema.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { rolesFor } from '../sections/rolesFor.ts';
import type { SignInTexts } from './texts.ts';

/** Groups of the provider, and the role of each. */
export const GroupFields = ({
  texts,
  groups,
  onGroups,
}: {
  texts: SignInTexts;
  groups: readonly GroupRole[];
  onGroups(groups: GroupRole[]): void;
}) => {
  const { texts: common } = useTexts();
  const { problem } = useConsole();
  const change = (place: number, to: Partial<GroupRole>): void =>
    onGroups(groups.map((one, at) => (at === place ? { ...one, ...to } : one)));
  return (
    <fieldset>
      <legend>{texts.groups}</legend>
      <p class="quiet">{texts.groupsHint}</p>
      {groups.map(({ group, role }, place) => (
        <div key={place}>
          <TextField
            label={fill(texts.group, { number: place + 1 })}
            value={group}
            dir="auto"
            required
            maxLength={200}
            refused={problem.value?.fields[`groups.${place}.group`]}
            onValue={(text) => change(place, { group: text })}
          />
          <SelectField
            label={fill(texts.groupRole, { number: place + 1 })}
            value={role}
            options={rolesFor(common, 'owner')}
            onValue={(wanted) => change(place, { role: wanted })}
          />
          <button type="button" onClick={() => onGroups(groups.filter((_, at) => at !== place))}>
            {fill(texts.removeGroup, { number: place + 1 })}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onGroups([...groups, { group: '', role: 'agent' }])}>
        {texts.addGroup}
      </button>
    </fieldset>
  );
};
