import { getSurvey } from '../../shared/nps/routes.ts';
import type { PromptEntry } from '../core/prompts/prompt.ts';
import rules from './nps.css?inline';
import { SurveyView } from './SurveyView.tsx';
import { loadTexts } from './texts.ts';

/** The one question, unasked. */
export const load: PromptEntry['load'] = async (surface, { id }) => {
  const { context } = surface;
  const [text, { survey }] = await Promise.all([
    loadTexts(context.texts),
    context.call(getSurvey, { query: { survey: id, language: context.texts.language } }),
  ]);
  if (!survey) return null;
  surface.addStyles(rules);
  return {
    form: 'card',
    label: survey.question,
    render: ({ acted, close }) => (
      <SurveyView
        surface={surface}
        survey={survey}
        text={text}
        source="prompt"
        onAnswer={acted}
        onEnd={close}
      />
    ),
  };
};
