import type { AttachmentKind } from '../../../shared/core/content/attachments.ts';
import { useConsole, useWords } from '../context.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';
import { Categories } from './Categories.tsx';
import { ChatFields } from './ChatFields.tsx';
import { PromiseFields } from './PromiseFields.tsx';

const mebibyte = 1024 * 1024;
const fileKinds: readonly AttachmentKind[] = ['image', 'pdf', 'text', 'office'];

export const Ask = () => {
  const model = useConsole();
  const { say } = useWords();
  const { attachments, features, paused, suggestionFloor, categories } = model.draft.value!.settings;
  return (
    <>
      <section class="card">
        <CheckField
          label={say.askOn}
          hint={say.askOnHint}
          value={features.ask}
          onValue={(value) => model.set(['settings', 'features', 'ask'], value)}
        />
        <CheckField
          label={say.chatOn}
          hint={say.chatOnHint}
          value={features.chat}
          onValue={(value) => model.set(['settings', 'features', 'chat'], value)}
        />
        <CheckField
          label={say.paused}
          hint={say.pausedHint}
          value={paused}
          onValue={(value) => model.set(['settings', 'paused'], value)}
        />
        <NumberField
          label={say.floor}
          hint={say.floorHint}
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
      <section class="card" aria-labelledby="files">
        <h2 id="files">{say.files}</h2>
        <NumberField
          label={say.filesMost}
          value={attachments.mostBytes / mebibyte}
          min={1}
          max={100}
          refused={model.refused('settings.attachments.mostBytes')}
          onValue={(value) =>
            model.set(['settings', 'attachments', 'mostBytes'], Math.round(value * mebibyte))
          }
        />
        <fieldset>
          <legend>{say.filesKinds}</legend>
          <p class="quiet">{say.filesHint}</p>
          {fileKinds.map((kind) => (
            <CheckField
              hint=""
              key={kind}
              label={say[`file_${kind}`]}
              value={attachments.kinds.includes(kind)}
              onValue={(on) =>
                model.set(
                  ['settings', 'attachments', 'kinds'],
                  fileKinds.filter((one) => (one === kind ? on : attachments.kinds.includes(one))),
                )
              }
            />
          ))}
        </fieldset>
      </section>
      <Categories
        id="categories"
        title={say.categories}
        none={say.categoriesNone}
        path={['settings', 'categories']}
        list={categories}
        stored={model.saved.value!.document.settings.categories}
        most={40}
      />
    </>
  );
};
