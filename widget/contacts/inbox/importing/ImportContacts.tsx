import { useState } from 'preact/hooks';
import { maxTable } from '../../../../shared/contacts/importLimits.ts';
import type { ImportReply } from '../../../../shared/contacts/importSchema.ts';
import { postImport } from '../../../../shared/contacts/routes.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { FileButton } from '../../../core/staff/FileButton.tsx';
import { counted } from '../../../core/staff/i18n.ts';
import { useFeatureTexts } from '../../../core/staff/texts.ts';
import { fill } from '../../../core/text/fill.ts';
import { type ReadFile, readFile } from './readFile.ts';
import { type ImportTexts, texts as loaders } from './texts.ts';

/** The outcome of a table in words; refused lines with their reasons. */
const Outcome = ({ found, texts }: { found: ImportReply; texts: ImportTexts }) => {
  const { tag } = useLanguage();
  const counts = (['added', 'changed', 'unchanged'] as const).filter((kind) => found[kind] > 0);
  return (
    <div role="status">
      {counts.length > 0 && (
        <ul class="counts">
          {counts.map((kind) => (
            <li key={kind}>{counted(tag, texts[kind], found[kind])}</li>
          ))}
        </ul>
      )}
      {found.columns.ignored.length > 0 && (
        <p class="quiet" dir="auto">
          {fill(texts.ignored, { columns: found.columns.ignored.join(', ') })}
        </p>
      )}
      {found.rejected > 0 && (
        <details open={found.rejected <= 10}>
          <summary>{counted(tag, texts.rejected, found.rejected)}</summary>
          <ul>
            {found.lines.map(({ line, column, reason }) => (
              <li key={line}>
                {fill(texts.line, { line: new Intl.NumberFormat(tag).format(line) })}
                {column !== null && (
                  <>
                    , <bdi>{column}</bdi>
                  </>
                )}
                : {texts[reason]}
              </li>
            ))}
            {found.rejected > found.lines.length && (
              <li>{counted(tag, texts.more, found.rejected - found.lines.length)}</li>
            )}
          </ul>
        </details>
      )}
    </div>
  );
};

/** Contacts from a table: first what would come of it, then imported. */
export const ImportContacts = ({ onImported, onClose }: { onImported(): void; onClose(): void }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const texts = useFeatureTexts(loaders);
  const [file, setFile] = useState<ReadFile | null>(null);
  const [found, setFound] = useState<ImportReply | null>(null);
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  if (!texts) return null;
  const call = async (csv: string, apply: boolean): Promise<ImportReply | null> => {
    setBusy(true);
    const reply = await staff.attempt(staff.call(postImport, { body: { csv, apply } }));
    setBusy(false);
    return reply ?? null;
  };
  const choose = async (chosen: File): Promise<void> => {
    setFound(null);
    setDone(false);
    const read = await readFile(chosen);
    setFile(read);
    setFault(read.text.length > maxTable ? texts.tooLarge : '');
    if (!read.text.trim() || read.text.length > maxTable) return;
    const reply = await call(read.text, false);
    const isNamed = reply === null || reply.columns.taken.length > 0;
    setFault(isNamed ? '' : texts.noColumn);
    if (isNamed) setFound(reply);
  };
  const apply = async (): Promise<void> => {
    const reply = file && (await call(file.text, true));
    if (!reply) return;
    setFound(null);
    setFile(null);
    setDone(true);
    onImported();
  };
  const wanted = found ? found.added + found.changed : 0;
  return (
    <section class="import-contacts" aria-labelledby="import-contacts">
      <div class="spread">
        <h2 id="import-contacts">{texts.title}</h2>
        <button type="button" class="link" onClick={onClose}>
          {texts.close}
        </button>
      </div>
      <p class="quiet">{texts.lead}</p>
      <FileButton
        label={texts.choose}
        accept="text/csv,.csv,.tsv,.txt"
        chosen={file?.name}
        disabled={isBusy}
        onFile={(chosen) => void choose(chosen)}
      />
      {file && file.encoding === 'Windows-1252' && (
        <p class="quiet">{fill(texts.readAs, { encoding: file.encoding })}</p>
      )}
      <p class="bad-words" role="alert">
        {fault}
      </p>
      {isDone && <p role="status">{texts.applied}</p>}
      {found && <Outcome found={found} texts={texts} />}
      {found && wanted === 0 && found.rejected === 0 && <p>{texts.nothing}</p>}
      {wanted > 0 && (
        <button type="button" class="primary" disabled={isBusy} onClick={() => void apply()}>
          {counted(tag, texts.apply, wanted)}
        </button>
      )}
    </section>
  );
};
