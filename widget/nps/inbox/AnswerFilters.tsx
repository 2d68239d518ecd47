import { npsGroups } from '../../../shared/nps/groups.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { DaysFields } from './Times.tsx';
import type { AnswersModel } from './useAnswers.ts';
import type { StaffWords } from './words.ts';

/** Which answers are shown, and the way to take them along. */
export const AnswerFilters = ({ answers, words }: { answers: AnswersModel; words: StaffWords }) => {
  const { filter, set, days, languages } = answers;
  const { tag } = useLanguage();
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  return (
    <div class="filters stack">
      <select
        aria-label={words.group}
        value={filter.group ?? ''}
        onChange={(event) => set({ group: (event.currentTarget.value || undefined) as never })}
      >
        <option value="">
          {words.group}: {words.any}
        </option>
        {npsGroups.map((group) => (
          <option key={group} value={group}>
            {words[`${group}s`]}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        maxLength={100}
        value={filter.search ?? ''}
        onInput={(event) => set({ search: event.currentTarget.value })}
      />
      <input
        type="search"
        aria-label={words.label}
        placeholder={words.label}
        maxLength={60}
        value={filter.label ?? ''}
        onInput={(event) => set({ label: event.currentTarget.value })}
      />
      {languages.length > 1 && (
        <select
          aria-label={words.language}
          value={filter.language ?? ''}
          onChange={(event) => set({ language: event.currentTarget.value || undefined })}
        >
          <option value="">
            {words.language}: {words.any}
          </option>
          {languages.map((one) => (
            <option key={one} value={one}>
              {names.of(one) ?? one}
            </option>
          ))}
        </select>
      )}
      <DaysFields legend={words.time} days={days} words={words} onDays={answers.setDays} />
      <label class="check">
        <input
          type="checkbox"
          checked={filter.words === '1'}
          onChange={(event) => set({ words: event.currentTarget.checked ? '1' : undefined })}
        />
        <span>{words.withWords}</span>
      </label>
      <a href={answers.exportAddress} download>
        {words.export}
      </a>
    </div>
  );
};
