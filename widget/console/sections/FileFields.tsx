import type { AttachmentKind } from '../../../shared/core/content/attachments.ts';
import { useConsole, useTexts } from '../context.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';

const mebibyte = 1024 * 1024;
const fileKinds: readonly AttachmentKind[] = ['image', 'pdf', 'text', 'office'];

/** The files that may be sent: how large, and of which kinds. */
export const FileFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { attachments } = model.drafted().settings;
  return (
    <section class="card" aria-labelledby="files">
      <h2 id="files">{texts.files}</h2>
      <NumberField
        label={texts.filesMost}
        value={attachments.mostBytes / mebibyte}
        min={1}
        max={100}
        refused={model.refused('settings.attachments.mostBytes')}
        onValue={(value) => model.set(['settings', 'attachments', 'mostBytes'], Math.round(value * mebibyte))}
      />
      <fieldset>
        <legend>{texts.filesKinds}</legend>
        <p class="quiet">{texts.filesHint}</p>
        {fileKinds.map((kind) => (
          <CheckField
            hint=""
            key={kind}
            label={texts[`file_${kind}`]}
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
  );
};
