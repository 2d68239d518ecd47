import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { fillPath } from '../../../shared/core/route.ts';
import { exportResponses, listResponses, putLabels } from '../../../shared/nps/routes.ts';
import type { ResponseFilter, StaffResponse } from '../../../shared/nps/schema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { asQuery, type Days, isBackwards } from './Times.tsx';

/** The answers that fit a filter, as far as they were read. @param survey its id; empty for all surveys */
export const useAnswers = (survey: string) => {
  const staff = useStaff();
  const filter = useSignal<Pick<ResponseFilter, 'group' | 'words' | 'search' | 'label' | 'language'>>({});
  const days = useSignal<Days>({ from: '', until: '' });
  const [languages, setLanguages] = useState<readonly string[]>([]);
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
  const set = (change: typeof filter.value): void => {
    filter.value = { ...filter.value, ...change };
  };
  const label = async (answer: StaffResponse, labels: string[]): Promise<void> => {
    if (await staff.attempt(staff.call(putLabels, { path: { response: answer.id }, body: { labels } })))
      setRows((all) => all?.map((one) => (one.id === answer.id ? { ...one, labels } : one)) ?? null);
  };
  const path = fillPath(exportResponses.path, { site: staff.membership.site });
  return {
    filter: filter.value,
    set,
    days: days.value,
    setDays(chosen: Days): void {
      days.value = chosen;
    },
    languages,
    rows,
    label,
    hasMore: before !== null,
    async more(): Promise<void> {
      const found = await load(before);
      if (!found) return;
      setRows((all) => [...(all ?? []), ...found.responses]);
      setBefore(found.before);
    },
    exportAddress: `${path}?${new URLSearchParams(query as Record<string, string>)}`,
  };
};

export type AnswersModel = ReturnType<typeof useAnswers>;
