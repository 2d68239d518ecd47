import { useState } from 'preact/hooks';
import { postTokenCheck } from '../../../shared/console/developerRoutes.ts';
import type { TokenReport } from '../../../shared/core/people/siteSecret.ts';
import { Field } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import { useDeveloperTexts } from './i18n.ts';

/** Says what is right and wrong with a token. */
export const TokenCheck = () => {
  const model = useConsole();
  const own = useDeveloperTexts();
  const [token, setToken] = useState('');
  const [report, setReport] = useState<TokenReport | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setReport(await model.attempt(model.call(postTokenCheck, { body: { token } })));
  };
  return (
    <form class="card" onSubmit={submit} aria-labelledby="check">
      <h2 id="check">{own.check}</h2>
      <p class="quiet">{own.checkLead}</p>
      <Field label={own.token}>
        {(control) => (
          <textarea
            {...control}
            class="code"
            dir="ltr"
            rows={3}
            required
            maxLength={8_192}
            spellcheck={false}
            autocomplete="off"
            value={token}
            onInput={(event) => {
              setToken(event.currentTarget.value);
              setReport(null);
            }}
          />
        )}
      </Field>
      <div class="actions">
        <button type="submit">{own.checkButton}</button>
      </div>
      <div role="status">
        {report && (
          <>
            <p class="verdict">{report.valid ? own.valid : own.refused}</p>
            <ul class="plain-list findings">
              {report.findings.map(({ finding, good }) => (
                <li class={good ? 'good' : 'bad-words'} key={finding}>
                  <span class="unseen">{good ? own.good : own.bad}: </span>
                  {own[`finding_${finding}`]}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </form>
  );
};
