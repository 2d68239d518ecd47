import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { listStaffIdeas } from '../../../shared/ideas/staffRoutes.ts';
import type { StaffIdea } from '../../../shared/ideas/staffSchema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { IdeaTexts } from './texts.ts';

/** Ideas that are offered at once. */
const maxShown = 6;

/** Found ideas, each with its button. */
const Found = ({
  ideas,
  texts,
  act,
  choose,
}: {
  ideas: readonly StaffIdea[];
  texts: IdeaTexts;
  act: string;
  choose(idea: StaffIdea): void;
}) => {
  const { tag } = useLanguage();
  return (
    <ul>
      {ideas.map((idea) => (
        <li key={idea.id}>
          <span>
            <bdi>{idea.title}</bdi>
            <small class="quiet">
              {counted(tag, texts.votes, idea.votes)}
              {idea.status !== 'new' && ` · ${texts[`status_${idea.status}`]}`}
            </small>
          </span>
          <button type="button" aria-label={`${act}: ${idea.title}`} onClick={() => choose(idea)}>
            {act}
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Search for a public idea, to do something with the one that is found. */
export const IdeaPicker = ({
  texts,
  label,
  act,
  without,
  choose,
  addNew,
  close,
}: {
  texts: IdeaTexts;
  label: string;
  /** Names the button beside each idea. */
  act: string;
  /** Ids of ideas that are not offered. */
  without: readonly string[];
  choose(idea: StaffIdea): void;
  /** Adds what was typed as a new idea; absent where that is no choice. */
  addNew?: (title: string) => void;
  close(): void;
}) => {
  const staff = useStaff();
  const id = useId();
  const typed = useSignal('');
  const found = useSignal<StaffIdea[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const q = typed.value.trim();
  useEffect(() => {
    let left = false;
    void staff
      .attempt(staff.call(listStaffIdeas, { query: { order: 'top', ...(q && { q }) } }))
      .then((reply) => {
        if (reply && !left) found.value = reply.ideas;
      });
    return () => {
      left = true;
    };
  }, [q]);
  const shown = found.value?.filter((idea) => !without.includes(idea.id)).slice(0, maxShown);
  return (
    <div
      class="idea-picker"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="search"
        maxLength={200}
        placeholder={texts.pick}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      {shown?.length === 0 && (
        <p class="quiet" role="status">
          {texts.nothingFound}
        </p>
      )}
      <Found ideas={shown ?? []} texts={texts} act={act} choose={choose} />
      {addNew && q !== '' && (
        <button type="button" class="link" onClick={() => addNew(q)}>
          <bdi>{fill(texts.addNew, { title: q })}</bdi>
        </button>
      )}
      <button type="button" onClick={close}>
        {texts.cancel}
      </button>
    </div>
  );
};
