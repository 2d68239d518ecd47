import { npsGroups } from '../../../shared/nps/groups.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { DaysFields } from './Times.tsx';
import type { AnswersModel } from './useAnswers.ts';
import type { StaffTexts } from './texts.ts';

/** Which answers are shown, and the way to take them along. */
export const AnswerFilters = ({ answers, texts }: { answers: AnswersModel; texts: StaffTexts }) => {
  const { filter, set, days, languages } = answers;
  const { tag } = useLanguage();
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  return (
    <div class="filters stack">
      <select
        aria-label={texts.group}
        value={filter.group ?? ''}
        onChange={(event) => set({ group: (event.currentTarget.value || undefined) as never })}
      >
        <option value="">
          {texts.group}: {texts.any}
        </option>
        {npsGroups.map((group) => (
          <option key={group} value={group}>
            {texts[`${group}s`]}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        maxLength={100}
        value={filter.search ?? ''}
        onInput={(event) => set({ search: event.currentTarget.value })}
      />
      <input
        type="search"
        aria-label={texts.label}
        placeholder={texts.label}
        maxLength={60}
        value={filter.label ?? ''}
        onInput={(event) => set({ label: event.currentTarget.value })}
      />
      {languages.length > 1 && (
        <select
          aria-label={texts.language}
          value={filter.language ?? ''}
          onChange={(event) => set({ language: event.currentTarget.value || undefined })}
        >
          <option value="">
            {texts.language}: {texts.any}
          </option>
          {languages.map((one) => (
            <option key={one} value={one}>
              {names.of(one) ?? one}
            </option>
          ))}
        </select>
      )}
      <DaysFields legend={texts.time} days={days} texts={texts} onDays={answers.setDays} />
      <label class="check">
        <input
          type="checkbox"
          checked={filter.words === '1'}
          onChange={(event) => set({ words: event.currentTarget.checked ? '1' : undefined })}
        />
        <span>{texts.withWords}</span>
      </label>
      <a href={answers.exportAddress} download>
        {texts.export}
      </a>
    </div>
  );
};
