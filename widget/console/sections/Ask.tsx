import { useConsole, useTexts } from '../context.ts';
import { CheckField, SelectField } from '../../core/staff/fields.tsx';
import { cautions, communityAnswerModes, communityQuestionModes } from '../../../shared/ask/defaults.ts';
import { Categories } from './Categories.tsx';
import { ChatFields } from './ChatFields.tsx';
import { CsatFields } from './CsatFields.tsx';
import { FileFields } from './FileFields.tsx';
import { IdeaFields } from './IdeaFields.tsx';
import { PromiseFields } from './PromiseFields.tsx';

export const Ask = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { features, paused, suggestionCaution, communityAnswers, communityQuestions, categories } =
    model.drafted().settings;
  return (
    <>
      <section class="card">
        <CheckField
          label={texts.askOn}
          hint={texts.askOnHint}
          value={features.ask}
          onValue={(value) => model.set(['settings', 'features', 'ask'], value)}
        />
        <CheckField
          label={texts.chatOn}
          hint={texts.chatOnHint}
          value={features.chat}
          onValue={(value) => model.set(['settings', 'features', 'chat'], value)}
        />
        <CheckField
          label={texts.paused}
          hint={texts.pausedHint}
          value={paused}
          onValue={(value) => model.set(['settings', 'paused'], value)}
        />
        <SelectField
          label={texts.caution}
          hint={texts.cautionHint}
          value={suggestionCaution}
          options={cautions.map((value) => [value, texts[`caution_${value}`]] as const)}
          refused={model.refused('settings.suggestionCaution')}
          onValue={(value) => model.set(['settings', 'suggestionCaution'], value)}
        />
        <SelectField
          label={texts.communityAnswers}
          hint={texts.communityAnswersHint}
          value={communityAnswers}
          options={communityAnswerModes.map((value) => [value, texts[`communityAnswers_${value}`]] as const)}
          refused={model.refused('settings.communityAnswers')}
          onValue={(value) => model.set(['settings', 'communityAnswers'], value)}
        />
        {communityAnswers !== 'off' && (
          <SelectField
            label={texts.communityQuestions}
            hint={texts.communityQuestionsHint}
            value={communityQuestions}
            options={communityQuestionModes.map(
              (value) => [value, texts[`communityQuestions_${value}`]] as const,
            )}
            refused={model.refused('settings.communityQuestions')}
            onValue={(value) => model.set(['settings', 'communityQuestions'], value)}
          />
        )}
      </section>
      <IdeaFields />
      <PromiseFields />
      <ChatFields />
      <CsatFields />
      <FileFields />
      <Categories
        id="categories"
        hasIcons
        title={texts.categories}
        none={texts.categoriesNone}
        path={['settings', 'categories']}
        list={categories}
        stored={model.loaded().document.settings.categories}
        max={40}
      />
    </>
  );
};
