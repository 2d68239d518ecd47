import { CheckField } from '../../core/staff/fields.tsx';
import { useConsole, useTexts } from '../context.ts';

/** Whether reports show how each person does. */
export const ReportFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  return (
    <section class="card" aria-labelledby="reports-setting">
      <h2 id="reports-setting">{texts.reportsTitle}</h2>
      <CheckField
        label={texts.showPeople}
        hint={texts.showPeopleHint}
        value={model.drafted().settings.reports.showPeople}
        onValue={(on) => model.set(['settings', 'reports', 'showPeople'], on)}
      />
    </section>
  );
};
