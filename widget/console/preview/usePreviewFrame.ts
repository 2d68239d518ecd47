import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { SiteDocument } from '../../../shared/console/schema.ts';
import type { Language } from '../../../shared/core/languages.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { useWords } from '../context.ts';
import { loadWidgetTexts } from '../i18n.ts';
import { mark, type PreviewState, type ShowMessage, type TellMessage } from './messages.ts';
import { publicOf } from './publicOf.ts';

/** Changes that come together (a colour being dragged) are shown once, milliseconds. */
const showAfter = 200;

/** What the frame is to show. */
export interface PreviewContent {
  document: SiteDocument;
  people: readonly Person[];
  language: Language;
  state: PreviewState;
  isDark: boolean;
}

/** The frame of the preview: told what to show whenever it changes. @returns whether the frame failed */
export const usePreviewFrame = (
  frame: RefObject<HTMLIFrameElement | null>,
  { document: given, people, language, state, isDark }: PreviewContent,
): boolean => {
  const { say } = useWords();
  /** How often the frame's page came up: each time it waits to be told what to show. */
  const [ready, setReady] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const [words, setWords] = useState<Record<string, string> | null>(null);
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

  return isFailed;
};
