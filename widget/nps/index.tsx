import { signal } from '@preact/signals';
import { getSurvey } from '../../shared/nps/routes.ts';
import type { SurveyShown } from '../../shared/nps/schema.ts';
import type { FeatureEntry } from '../core/feature.ts';
import { Waiting } from '../core/ui/parts.tsx';
import rules from './nps.css?inline';
import { SurveyView } from './SurveyView.tsx';
import { loadTexts, type Translate } from './texts.ts';

/** The survey in an element of the page, `<foyer-nps>`: of its `data-survey`, else the first that is on. */
export const open: FeatureEntry['open'] = (surface) => {
  const { context } = surface;
  surface.addStyles(rules);
  const shown = signal<{ survey: SurveyShown; text: Translate } | string | null>(null);
  const load = async (): Promise<void> => {
    try {
      const { language } = context.texts;
      const [text, { survey }] = await Promise.all([
        loadTexts(context.texts),
        context.call(getSurvey, { query: { survey: surface.given?.['survey'], language } }),
      ]);
      shown.value = survey ? { survey, text } : text('gone');
    } catch {
      shown.value = context.texts.get('offline');
    }
  };
  void load();
  return {
    title: signal(null),
    busy: signal(false),
    render() {
      const { value } = shown;
      if (!value) return <Waiting texts={context.texts} />;
      if (typeof value === 'string') return <p class="notice">{value}</p>;
      return <SurveyView surface={surface} survey={value.survey} text={value.text} source="inline" />;
    },
    back() {},
    edit() {},
    dispose() {},
  };
};
