import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { SiteDocument } from '../../../shared/console/schema.ts';
import type { Language } from '../../../shared/core/languages.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { useTexts } from '../context.ts';
import { loadWidgetTexts } from '../i18n.ts';
import { mark, type PreviewState, type ShowMessage, type StateMessage } from './messages.ts';
import { publicOf } from './publicOf.ts';

/** Changes that come together (a colour being dragged) are shown once, milliseconds. */
const showAfter = 200;

/** The content of the frame. */
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
  const { texts } = useTexts();
  /** The number of times the frame's page came up: each time it waits to be told what to show. */
  const [ready, setReady] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const [widgetTexts, setWidgetTexts] = useState<Record<string, string> | null>(null);
  useEffect(() => {
    let gone = false;
    void loadWidgetTexts(language).then(
      (texts) => !gone && setWidgetTexts(texts),
      () => setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [language]);

  // Before the frame can say anything: it is heard from the moment that it is there.
  useLayoutEffect(() => {
    const onMessage = ({ data, origin, source }: MessageEvent): void => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return;
      const message = data as Partial<StateMessage> | null;
      if (message?.mark !== mark) return;
      if (message.what === 'ready') setReady((count) => count + 1);
      setFailed(message.what === 'failed');
      if (frame.current) frame.current.dataset['shown'] = message.what === 'shown' ? message.state : '';
    };
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, []);

  useEffect(() => {
    if (!ready || !widgetTexts) return;
    const timer = setTimeout(() => {
      const message: ShowMessage = {
        mark,
        settings: publicOf(given, { language, widgetTexts, people, state, isDark }),
        ownTexts: given.settings.texts[language] ?? {},
        language,
        state,
        samples: {
          title: texts.sample_title,
          snippet: texts.sample_snippet,
          other: texts.sample_other,
          otherSnippet: texts.sample_otherSnippet,
          typed: texts.sample_typed,
          reply: texts.sample_reply,
          name: texts.sample_name,
        },
      };
      if (!frame.current) return;
      Object.assign(frame.current.dataset, { asked: state, shown: '' });
      frame.current.contentWindow?.postMessage(message, location.origin);
    }, showAfter);
    return () => clearTimeout(timer);
  }, [ready, widgetTexts, given, language, people, state, isDark]);

  return isFailed;
};
