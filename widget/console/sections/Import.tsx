import { useState } from 'preact/hooks';
import type { ImportReply } from '../../../shared/console/schema.ts';
import { FileButton } from '../../core/staff/FileButton.tsx';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { ChangesTable } from './ChangesTable.tsx';

/** Settings from a file: first what they would change, then applied. */
export const Import = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const [name, setName] = useState('');
  const [file, setFile] = useState<object | null>(null);
  const [found, setFound] = useState<ImportReply['changes'] | null>(null);
  const [isWrong, setWrong] = useState(false);
  const read = async (chosen: File): Promise<void> => {
    setFound(null);
    setWrong(false);
    setName(chosen.name);
    let parsed: unknown;
    try {
      // Bytes that are no UTF-8 would become � in the settings, unsaid.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await chosen.arrayBuffer());
      parsed = JSON.parse(text);
    } catch {
      parsed = null;
    }
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return setWrong(true);
    setFile(parsed);
    const reply = await model.lookInto(parsed);
    if (reply) setFound(reply.changes);
  };
  const apply = async (): Promise<void> => {
    // biome-ignore lint/style/noNonNullAssertion: the button is enabled only with a file
    if (await model.import(file!)) {
      setFound(null);
      setFile(null);
      setName('');
      await model.loadHistory();
    }
  };
  const title = fill(texts.importChanges, { count: found?.length ?? 0 });
  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{texts.import}</h2>
      <p class="quiet">{texts.importLead}</p>
      <FileButton
        label={texts.chooseFile}
        accept="application/json,.json"
        chosen={name}
        onFile={(chosen) => void read(chosen)}
      />
      <p class="bad-words" role="alert">
        {isWrong && texts.notAFile}
      </p>
      {found?.length === 0 && <p role="status">{texts.importSame}</p>}
      {found !== null && found.length > 0 && (
        <>
          <h3>{title}</h3>
          <ChangesTable label={title} heads={[texts.before, texts.after]} changes={found} />
          <button type="button" class="primary" disabled={model.busy.value} onClick={apply}>
            {texts.apply}
          </button>
        </>
      )}
    </section>
  );
};
