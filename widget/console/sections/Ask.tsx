import { useConsole, useTexts } from '../context.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';
import { Categories } from './Categories.tsx';
import { ChatFields } from './ChatFields.tsx';
import { FileFields } from './FileFields.tsx';
import { PromiseFields } from './PromiseFields.tsx';

export const Ask = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { features, paused, suggestionFloor, categories } = model.drafted().settings;
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
        <NumberField
          label={texts.floor}
          hint={texts.floorHint}
          value={suggestionFloor}
          min={0}
          max={1}
          step={0.05}
          refused={model.refused('settings.suggestionFloor')}
          onValue={(value) => model.set(['settings', 'suggestionFloor'], value)}
        />
      </section>
      <PromiseFields />
      <ChatFields />
      <FileFields />
      <Categories
        id="categories"
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
