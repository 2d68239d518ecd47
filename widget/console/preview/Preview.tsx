import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { SiteDocument } from '../../../shared/console/schema.ts';
import { type Language, languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { ConsoleContext, useTexts } from '../context.ts';
import { CheckField, SelectField } from '../../core/staff/fields.tsx';
import { previewPath, type PreviewState, previewStates } from './messages.ts';
import { usePreviewFrame } from './usePreviewFrame.ts';

/** The real widget beside the form, with what the form holds now. */
export const Preview = ({
  document: given,
  people,
  start,
}: {
  document: SiteDocument;
  people: readonly Person[];
  /** The view that goes with the form. */
  start: PreviewState;
}) => {
  const { texts } = useTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const { languages } = given.settings;
  const offered = [...new Set([...languages.map((tag) => ourLanguage(tag) ?? 'en'), 'ar' as const])];
  const [state, setState] = useState<PreviewState>(start);
  const [chosen, setLanguage] = useState<Language | undefined>();
  const language = chosen && offered.includes(chosen) ? chosen : (offered[0] ?? 'en');
  const [isDark, setDark] = useState(false);
  const [isPhone, setPhone] = useState(false);
  // The view of the text that has the focus, a new object with each focus. Setup has no console around it, and no texts.
  const asked = useContext(ConsoleContext)?.previewed.value;
  useEffect(() => {
    setState(asked?.view ?? start);
    if (asked) setLanguage(asked.language);
  }, [start, asked]);
  const isFailed = usePreviewFrame(frame, { document: given, people, language, state, isDark });

  return (
    <aside class="preview" aria-label={texts.preview}>
      <h2>{texts.preview}</h2>
      <p class="quiet">{texts.previewLead}</p>
      <div class="preview-bar">
        <SelectField
          label={texts.state}
          value={state}
          options={previewStates.map((one) => [one, texts[`state_${one}`]] as const)}
          onValue={(value) => setState(value)}
        />
        <SelectField
          label={texts.previewLanguage}
          value={language}
          options={offered.map((one) => [one, languageNames[one]] as const)}
          onValue={(value) => setLanguage(value)}
        />
        <CheckField hint="" label={texts.previewDark} value={isDark} onValue={setDark} />
        <CheckField hint="" label={texts.previewPhone} value={isPhone} onValue={setPhone} />
      </div>
      {isFailed && (
        <p class="bad-words" role="status">
          {texts.previewFailed}
        </p>
      )}
      <div class={isPhone ? 'stage phone' : 'stage'}>
        <iframe ref={frame} src={previewPath} title={texts.preview} />
      </div>
    </aside>
  );
};
