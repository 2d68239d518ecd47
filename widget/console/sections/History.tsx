import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportReply } from '../../../shared/console/schema.ts';
import { exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useWords } from '../context.ts';
import { sectionName } from '../sectionName.ts';
import { Audit } from './Audit.tsx';

const showValue = (value: unknown, empty: string): string => {
  if (value === undefined || value === null || value === '') return empty;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const Import = () => {
  const model = useConsole();
  const { say } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<object | null>(null);
  const [found, setFound] = useState<ImportReply['changes'] | null>(null);
  const [isWrong, setWrong] = useState(false);
  const read = async (chosen: File): Promise<void> => {
    setFound(null);
    setWrong(false);
    let parsed: unknown;
    try {
      parsed = JSON.parse(await chosen.text());
    } catch {
      parsed = null;
    }
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return setWrong(true);
    setFile(parsed);
    const reply = await model.lookInto(parsed);
    if (reply) setFound(reply.changes);
  };
  const apply = async (): Promise<void> => {
    if (await model.import(file!)) {
      setFound(null);
      setFile(null);
      if (chooser.current) chooser.current.value = '';
      await model.loadHistory();
    }
  };
  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{say.import}</h2>
      <p class="quiet">{say.importLead}</p>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        aria-label={say.chooseFile}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) void read(chosen);
        }}
      />
      <p class="bad-words" role="alert">
        {isWrong && say.notAFile}
      </p>
      {found?.length === 0 && <p role="status">{say.importSame}</p>}
      {found !== null && found.length > 0 && (
        <>
          <h3>{fill(say.importChanges, { count: found.length })}</h3>
          <div
            class="scroll-x"
            tabIndex={0}
            role="region"
            aria-label={fill(say.importChanges, { count: found.length })}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.what}</th>
                  <th scope="col">{say.before}</th>
                  <th scope="col">{say.after}</th>
                </tr>
              </thead>
              <tbody>
                {found.map(({ path, before, after }) => (
                  <tr key={path.join('.')}>
                    <th scope="row" dir="ltr">
                      {path.join('.')}
                    </th>
                    <td dir="auto">{showValue(before, say.empty)}</td>
                    <td dir="auto">{showValue(after, say.empty)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <button type="button" class="primary" disabled={model.busy.value} onClick={apply}>
            {say.apply}
          </button>
        </>
      )}
    </section>
  );
};

export const History = () => {
  const model = useConsole();
  const { say, tag } = useWords();
  const { revision, key } = model.saved.value!;
  useEffect(() => void model.loadHistory(), [model, revision]);
  const revisions = model.history.value;
  return (
    <>
      <section class="card" aria-labelledby="history">
        <h2 id="history">{say.history}</h2>
        {revisions === null ? (
          <p class="quiet">{say.loading}</p>
        ) : revisions.length === 0 ? (
          <p class="quiet">{say.historyNone}</p>
        ) : (
          <ol class="plain-list">
            {revisions.map((one) => (
              <li class="revision" key={one.revision}>
                <span>
                  <span>{fill(say[`kind_${one.kind}`], { name: one.by ?? say.somebody })}</span>
                  <time class="quiet" dateTime={new Date(one.at).toISOString()}>
                    {exact(tag, one.at)}
                  </time>
                  {one.changed.length > 0 && (
                    <span class="quiet">
                      {[...new Set(one.changed.flatMap((path) => sectionName(say, path) ?? []))].join(', ')}
                    </span>
                  )}
                </span>
                {one.revision === revision ? (
                  <span class="badge">{say.current}</span>
                ) : (
                  <button type="button" disabled={model.busy.value} onClick={() => model.undo(one.revision)}>
                    {say.goBack}
                    <span class="unseen">, {exact(tag, one.at)}</span>
                  </button>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section class="card">
        <h2>{say.export}</h2>
        <p class="quiet">{say.exportLead}</p>
        <a
          class="button"
          href={`/api/console/${model.membership.site}/export`}
          download={`foyer-${key}.json`}
        >
          {say.download}
        </a>
      </section>
      <Import />
      <Audit />
    </>
  );
};
