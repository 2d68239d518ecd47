import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { listSurveys, type StaffSurvey } from '../../../shared/nps/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { Page, Tabs } from '../../core/staff/editing/Page.tsx';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { Answers } from './Answers.tsx';
import { Report } from './Report.tsx';
import './styles.ts';
import { Surveys } from './Surveys.tsx';
import { texts as staffTexts } from './texts.ts';

const tabs = ['report', 'answers', 'surveys'] as const;

/** Surveys: what people think of the company, in numbers and in words, and what they are asked. */
export const Nps = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(staffTexts);
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
  if (!texts || !list) return null;
  return (
    <Page
      name="nps"
      title={texts.title}
      head={
        <>
          <Tabs
            tabs={tabs}
            names={texts}
            shown={tab.value}
            onShow={(one) => {
              tab.value = one;
            }}
          />
          {tab.value !== 'surveys' && list.length > 1 && (
            <select
              aria-label={texts.surveys}
              value={survey.value}
              onChange={(event) => {
                survey.value = event.currentTarget.value;
              }}
            >
              <option value="">{texts.all}</option>
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
      {tab.value === 'report' && <Report survey={survey.value} texts={texts} />}
      {tab.value === 'answers' && <Answers survey={survey.value} texts={texts} />}
      {tab.value === 'surveys' && <Surveys list={list} texts={texts} onReload={() => void load()} />}
    </Page>
  );
};
