import { useState } from 'preact/hooks';
import { SelectField } from '../../core/staff/fields.tsx';
import { Copy } from '../Copy.tsx';
import { useDeveloperTexts } from './i18n.ts';
import { pageSample, samples } from './samples.ts';

type Language = keyof typeof samples;
const languages = (Object.keys(samples) as Language[]).map((name) => [name, samples[name].name] as const);

/** Programs that sign who a visitor is, with the site's key in them. */
export const Examples = ({ siteKey }: { siteKey: string }) => {
  const own = useDeveloperTexts();
  const [language, setLanguage] = useState<Language>('node');
  return (
    <section class="card samples" aria-labelledby="examples">
      <h2 id="examples">{own.examples}</h2>
      <p class="quiet">{own.examplesLead}</p>
      <SelectField
        label={own.exampleLanguage}
        value={language}
        options={languages}
        onValue={(one) => setLanguage(one)}
      />
      <h3>{own.onServer}</h3>
      <Copy key={language} label={own.onServer} text={samples[language].code(siteKey)} />
      <h3>{own.onPage}</h3>
      <Copy label={own.onPage} text={pageSample} />
    </section>
  );
};
