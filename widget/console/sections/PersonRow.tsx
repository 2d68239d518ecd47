import type { Colleague } from '../../../shared/console/schema.ts';
import type { Role } from '../../../shared/core/people/roles.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { rolesFor } from './rolesFor.ts';

/** A person of the site's staff, with their role. @param onLink told the new link of an invitation */
export const PersonRow = (given: {
  person: Colleague;
  isMe: boolean;
  onLink(link: string): void;
  onRemove(): void;
}) => {
  const { person, isMe, onLink, onRemove } = given;
  const model = useConsole();
  const { texts } = useTexts();
  const me = model.membership.role;
  const mayChange = !isMe && (me === 'owner' || person.role !== 'owner');
  return (
    <li class="entry-row">
      <span class="entry-name">
        <strong>
          <bdi>{person.name}</bdi>
        </strong>
        {isMe && <span class="quiet"> ({texts.you})</span>}
        <span class="quiet" dir="ltr">
          {person.email}
        </span>
        {person.pending && <span class="quiet">{texts.pending}</span>}
      </span>
      {mayChange ? (
        <select
          aria-label={fill(texts.roleOf, { name: person.name })}
          value={person.role}
          onChange={async (event) => {
            const select = event.currentTarget;
            const done = await model.changeRole(person.id, select.value as Role);
            if (!done) select.value = person.role;
          }}
        >
          {rolesFor(texts, me).map(([role, words]) => (
            <option key={role} value={role}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <span>{texts[`role_${person.role}`]}</span>
      )}
      {mayChange && person.pending && (
        <button
          type="button"
          onClick={async () => {
            const fresh = await model.renewLink(person.id);
            if (fresh) onLink(fresh);
          }}
        >
          {texts.newLink}
          <span class="unseen">, {person.name}</span>
        </button>
      )}
      {mayChange && (
        <button type="button" aria-label={fill(texts.removePerson, { name: person.name })} onClick={onRemove}>
          {texts.remove}
        </button>
      )}
    </li>
  );
};
