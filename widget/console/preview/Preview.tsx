import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SiteDocument } from '../../../shared/console/schema.ts';
import { type Language, languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { useWords } from '../context.ts';
import { CheckField, SelectField } from '../../core/staff/fields.tsx';
import { loadWidgetTexts } from '../i18n.ts';
import {
  mark,
  previewPath,
  type PreviewState,
  previewStates,
  type ShowMessage,
  type TellMessage,
} from './messages.ts';
import { publicOf } from './publicOf.ts';

/** Changes that come together (a colour being dragged) are shown once, milliseconds. */
const showAfter = 200;

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
  const { say } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const { languages } = given.settings;
  const offered = [...new Set([...languages.map((tag) => ourLanguage(tag) ?? 'en'), 'ar' as const])];
  const [state, setState] = useState<PreviewState>(start);
  const [chosen, setLanguage] = useState<Language>(offered[0]!);
  const language = offered.includes(chosen) ? chosen : offered[0]!;
  const [isDark, setDark] = useState(false);
  const [isPhone, setPhone] = useState(false);
  /** How often the frame's page came up: each time it waits to be told what to show. */
  const [ready, setReady] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const [words, setWords] = useState<Record<string, string> | null>(null);
  useEffect(() => setState(start), [start]);
  useEffect(() => {
    let gone = false;
    void loadWidgetTexts(language).then(
      (texts) => !gone && setWords(texts),
      () => setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [language]);

  // Before the frame can say anything: it is heard from the moment that it is there.
  useLayoutEffect(() => {
    const hear = ({ data, origin, source }: MessageEvent): void => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return;
      const told = data as Partial<TellMessage> | null;
      if (told?.mark !== mark) return;
      if (told.what === 'ready') setReady((count) => count + 1);
      setFailed(told.what === 'failed');
      if (frame.current) frame.current.dataset['shown'] = told.what === 'shown' ? told.state : '';
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);

  useEffect(() => {
    if (!ready || !words) return;
    const timer = setTimeout(() => {
      const message: ShowMessage = {
        mark,
        settings: publicOf(given, { language, words, people, state, isDark }),
        ownTexts: given.settings.texts[language] ?? {},
        language,
        state,
        samples: {
          title: say.sample_title,
          snippet: say.sample_snippet,
          other: say.sample_other,
          otherSnippet: say.sample_otherSnippet,
          typed: say.sample_typed,
          reply: say.sample_reply,
          name: say.sample_name,
        },
      };
      if (!frame.current) return;
      Object.assign(frame.current.dataset, { asked: state, shown: '' });
      frame.current.contentWindow?.postMessage(message, location.origin);
    }, showAfter);
    return () => clearTimeout(timer);
  }, [ready, words, given, language, people, state, isDark]);

  return (
    <aside class="preview" aria-label={say.preview}>
      <h2>{say.preview}</h2>
      <p class="quiet">{say.previewLead}</p>
      <div class="preview-bar">
        <SelectField
          label={say.state}
          value={state}
          options={previewStates.map((one) => [one, say[`state_${one}`]] as const)}
          onValue={(value) => setState(value)}
        />
        <SelectField
          label={say.previewLanguage}
          value={language}
          options={offered.map((one) => [one, languageNames[one]] as const)}
          onValue={(value) => setLanguage(value)}
        />
        <CheckField hint="" label={say.previewDark} value={isDark} onValue={setDark} />
        <CheckField hint="" label={say.previewPhone} value={isPhone} onValue={setPhone} />
      </div>
      {isFailed && (
        <p class="bad-words" role="status">
          {say.previewFailed}
        </p>
      )}
      <div class={isPhone ? 'stage phone' : 'stage'}>
        <iframe ref={frame} src={previewPath} title={say.preview} />
      </div>
    </aside>
  );
};
