import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { listSurveys, type StaffSurvey } from '../../../shared/nps/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { Page, Tabs } from '../../core/staff/editing/Page.tsx';
import { useFeatureWords } from '../../core/staff/words.ts';
import { Answers } from './Answers.tsx';
import { Report } from './Report.tsx';
import './styles.ts';
import { Surveys } from './Surveys.tsx';
import { words as staffWords } from './words.ts';

const tabs = ['report', 'answers', 'surveys'] as const;

/** What people think of the company, in numbers and in words; and what they are asked. */
export const Nps = () => {
  const staff = useStaff();
  const words = useFeatureWords(staffWords);
  const tab = useSignal<(typeof tabs)[number]>('report');
  const survey = useSignal('');
  const [list, setList] = useState<StaffSurvey[] | null>(null);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listSurveys, {}));
    if (!found) return;
    setList(found.surveys);
    if (found.surveys.length === 0) tab.value = 'surveys';
  };
  useEffect(() => {
    void load();
  }, []);
  if (!words || !list) return null;
  return (
    <Page
      name="nps"
      title={words.title}
      head={
        <>
          <Tabs
            tabs={tabs}
            names={words}
            shown={tab.value}
            onShow={(one) => {
              tab.value = one;
            }}
          />
          {tab.value !== 'surveys' && list.length > 1 && (
            <select
              aria-label={words.surveys}
              value={survey.value}
              onChange={(event) => {
                survey.value = event.currentTarget.value;
              }}
            >
              <option value="">{words.all}</option>
              {list.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </>
      }
    >
      {tab.value === 'report' && <Report survey={survey.value} words={words} />}
      {tab.value === 'answers' && <Answers survey={survey.value} words={words} />}
      {tab.value === 'surveys' && <Surveys list={list} words={words} onReload={() => void load()} />}
    </Page>
  );
};
