import type { Work } from '../../../shared/inbox/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';

/** Most conversations that one person takes at once. */
const maxOpenConversations = 10;

/** One person's work: how much they take at once, and in which of the site's languages; saved when it is changed. */
export const PersonWork = ({
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
  const { texts } = useTexts();
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
        {texts.atOnce}{' '}
        <select
          aria-label={fill(texts.atOnceOf, { name })}
          value={String(capacity)}
          onChange={(event) => set({ ...person, capacity: Number(event.currentTarget.value) })}
        >
          {Array.from({ length: maxOpenConversations }, (_, place) => (
            <option key={place} value={String(place + 1)}>
              {place + 1}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="inline-checks">
        <legend class="unseen">{fill(texts.speaks, { name })}</legend>
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
