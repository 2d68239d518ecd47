import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { groupOf, npsGroups } from '../../../shared/nps/groups.ts';
import { exportResponses, listResponses, putLabels } from '../../../shared/nps/routes.ts';
import type { ResponseFilter, StaffResponse } from '../../../shared/nps/schema.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { go } from '../../core/staff/router.ts';
import { asQuery, type Days, DaysFields, isBackwards } from './Times.tsx';
import type { StaffWords } from './words.ts';

const Answer = ({
  answer,
  words,
  onLabels,
}: {
  answer: StaffResponse;
  words: StaffWords;
  onLabels(labels: string[]): void;
}) => {
  const staff = useStaff();
  const { tag, texts } = useLanguage();
  const typed = useSignal('');
  const group = groupOf(answer.score);
  return (
    <li class="nps-answer">
      <span class={`nps-number ${group}`}>{answer.score}</span>
      <div class="stack">
        <div class="spread">
          <strong>
            <bdi>{answer.name || texts.anonymous}</bdi>
          </strong>
          <span class="quiet">
            {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(answer.at)}
            {answer.page && (
              <>
                {' · '}
                <bdi dir="ltr">{answer.page}</bdi>
              </>
            )}
          </span>
        </div>
        {answer.text ? (
          <p dir="auto" lang={answer.language}>
            {answer.text}
          </p>
        ) : (
          <p class="quiet">{words.noWords}</p>
        )}
        <div class="row-of-buttons">
          {answer.labels.map((label) => (
            <button
              key={label}
              type="button"
              class="chip grey"
              aria-label={`${words.remove}: ${label}`}
              onClick={() => onLabels(answer.labels.filter((one) => one !== label))}
            >
              <bdi>{label}</bdi> ×
            </button>
          ))}
          <form
            class="row-of-buttons"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.value.trim()) onLabels([...answer.labels, typed.value.trim()]);
              typed.value = '';
            }}
          >
            <input
              type="text"
              aria-label={words.addLabel}
              placeholder={words.addLabel}
              dir="auto"
              maxLength={60}
              style={{ inlineSize: '150px' }}
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value;
              }}
            />
          </form>
          {answer.conversation && (
            <button
              type="button"
              class="link"
              onClick={() => {
                staff.open(answer.conversation!);
                go('/inbox');
              }}
            >
              {words.openTalk}
            </button>
          )}
        </div>
      </div>
    </li>
  );
};

/** What people said, to be found, labelled and taken along. */
export const Answers = ({ survey, words }: { survey: string; words: StaffWords }) => {
  const staff = useStaff();
  const filter = useSignal<Pick<ResponseFilter, 'group' | 'words' | 'search' | 'label' | 'language'>>({});
  const days = useSignal<Days>({ from: '', until: '' });
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const { tag } = useLanguage();
  const [rows, setRows] = useState<StaffResponse[] | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const query = {
    ...(survey && { survey }),
    ...asQuery(days.value),
    ...Object.fromEntries(Object.entries(filter.value).filter(([, value]) => value)),
  } as ResponseFilter;
  const load = (after: string | null) =>
    staff.attempt(staff.call(listResponses, { query: { ...query, ...(after && { before: after }) } }));
  useEffect(() => {
    let isStale = false;
    if (isBackwards(days.value)) return;
    void load(null).then((found) => {
      if (isStale || !found) return;
      setRows(found.responses);
      setBefore(found.before);
      setLanguages(found.languages);
    });
    return () => {
      isStale = true;
    };
  }, [survey, filter.value, days.value]);
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  const set = (change: typeof filter.value): void => {
    filter.value = { ...filter.value, ...change };
  };
  const label = async (answer: StaffResponse, labels: string[]): Promise<void> => {
    if (await staff.attempt(staff.call(putLabels, { path: { response: answer.id }, body: { labels } })))
      setRows((all) => all?.map((one) => (one.id === answer.id ? { ...one, labels } : one)) ?? null);
  };
  const address = `${fillPath(exportResponses.path, { site: staff.membership.site })}?${new URLSearchParams(query as Record<string, string>)}`;
  return (
    <>
      <div class="filters stack">
        <select
          aria-label={words.group}
          value={filter.value.group ?? ''}
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
          value={filter.value.search ?? ''}
          onInput={(event) => set({ search: event.currentTarget.value })}
        />
        <input
          type="search"
          aria-label={words.label}
          placeholder={words.label}
          maxLength={60}
          value={filter.value.label ?? ''}
          onInput={(event) => set({ label: event.currentTarget.value })}
        />
        {languages.length > 1 && (
          <select
            aria-label={words.language}
            value={filter.value.language ?? ''}
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
        <DaysFields
          legend={words.time}
          days={days.value}
          words={words}
          onDays={(chosen) => {
            days.value = chosen;
          }}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={filter.value.words === '1'}
            onChange={(event) => set({ words: event.currentTarget.checked ? '1' : undefined })}
          />
          <span>{words.withWords}</span>
        </label>
        <a href={address} download>
          {words.export}
        </a>
      </div>
      {rows?.length === 0 && <p class="empty">{words.noAnswers}</p>}
      <ul class="cards">
        {rows?.map((answer) => (
          <Answer
            key={answer.id}
            answer={answer}
            words={words}
            onLabels={(labels) => void label(answer, labels)}
          />
        ))}
      </ul>
      {before && (
        <button
          type="button"
          onClick={() =>
            void load(before).then((found) => {
              if (!found) return;
              setRows((all) => [...(all ?? []), ...found.responses]);
              setBefore(found.before);
            })
          }
        >
          {words.more}
        </button>
      )}
    </>
  );
};
