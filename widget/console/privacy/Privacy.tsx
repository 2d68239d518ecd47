import { useEffect, useState } from 'preact/hooks';
import type { RetentionPreview, RetentionRun } from '../../../shared/core/people/retentionSchema.ts';
import {
  listRetentionRuns,
  previewRetention,
  runRetention,
} from '../../../shared/core/people/retentionRoutes.ts';
import { followLink } from '../../core/staff/router.ts';
import { useConsole } from '../context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { Due } from './Due.tsx';
import { Limits, PublicPage } from './Limits.tsx';
import { Processing } from './Processing.tsx';
import { Runs } from './Runs.tsx';
import { usePrivacyTexts } from './texts.ts';
import './styles.ts';

/** The interval of checks whether a run has ended, milliseconds. */
const lookEvery = 1_500;

/** The preview and the runs, read again while a run is under way. */
const useRetention = () => {
  const model = useConsole();
  const [found, setFound] = useState<RetentionPreview | null>(null);
  const [runs, setRuns] = useState<RetentionRun[] | null>(null);
  const [round, setRound] = useState(0);
  const revision = model.loaded().revision;
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const list = await model.attempt(model.call(listRetentionRuns, {}));
      const due = list && (await model.attempt(model.call(previewRetention, {})));
      if (isOver || !list || !due) return;
      setRuns(list.runs);
      setFound(due);
      if (list.runs.some(({ state }) => state === 'running'))
        timer = setTimeout(() => setRound((before) => before + 1), lookEvery);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [model, revision, round]);
  const run = async (): Promise<void> => {
    await model.attempt(model.call(runRetention, {}));
    setRound((before) => before + 1);
  };
  return { found, runs, run };
};

/** Data and how long it is kept, and what goes. */
export const Privacy = () => {
  const model = useConsole();
  const own = usePrivacyTexts();
  const { found, runs, run } = useRetention();
  const [asks, setAsks] = useState(false);
  if (!own) return null;
  return (
    <>
      <Limits own={own} />
      <Due
        own={own}
        found={found}
        isChanged={model.changes.value.some(({ path }) => path.includes('retention'))}
        onRun={() => setAsks(true)}
      />
      <Runs own={own} runs={runs} />
      <section class="card" aria-labelledby="one-person">
        <h2 id="one-person">{own.person}</h2>
        <p class="quiet">{own.personLead}</p>
        <p>
          <a href="/inbox/personal-data" onClick={followLink}>
            {own.personLink}
          </a>
        </p>
      </section>
      <PublicPage own={own} />
      <Processing own={own} />
      {asks && (
        <ConfirmDialog
          question={own.runSure}
          action={own.run}
          done={(sure) => {
            setAsks(false);
            if (sure) void run();
          }}
        />
      )}
    </>
  );
};
