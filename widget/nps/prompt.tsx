import { getSurvey } from '../../shared/nps/routes.ts';
import type { PromptDoor } from '../core/prompts/door.ts';
import rules from './nps.css?inline';
import { SurveyView } from './SurveyView.tsx';
import { loadWords } from './words.ts';

/** The one question, unasked. */
export const load: PromptDoor['load'] = async (surface, { id }) => {
  const { visit } = surface;
  const [say, { survey }] = await Promise.all([
    loadWords(visit.texts),
    visit.call(getSurvey, { query: { survey: id, language: visit.texts.language } }),
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
        say={say}
        source="prompt"
        onAnswer={acted}
        onEnd={close}
      />
    ),
  };
};
