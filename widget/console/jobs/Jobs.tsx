import { useEffect, useState } from 'preact/hooks';
import { listJobs, retryDeadJobs, retryJob } from '../../../shared/core/jobs/routes.ts';
import type { Job, JobList } from '../../../shared/core/jobs/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { JobGroup } from './JobGroup.tsx';
import './styles.ts';
import { useJobTexts } from './texts.ts';

const isFailing = (job: Job): boolean => job.state === 'waiting' && job.attempts > 0;

/** Background jobs: given up, failing and waiting, and why. */
export const Jobs = () => {
  const model = useConsole();
  const { texts: common } = useTexts();
  const texts = useJobTexts();
  const [list, setList] = useState<JobList | null>(null);
  const [retried, setRetried] = useState<number | null>(null);
  const load = async (): Promise<void> => {
    const reply = await model.attempt(model.call(listJobs, {}));
    if (reply) setList(reply);
  };
  useEffect(() => void load(), [model]);
  if (!texts || !list)
    return model.problem.value ? (
      <button type="button" onClick={() => void load()}>
        {common.tryAgain}
      </button>
    ) : (
      <p class="quiet" role="status">
        {common.loading}
      </p>
    );
  const retry = async ({ id: job }: Job): Promise<void> => {
    if (!(await model.attempt(model.call(retryJob, { path: { job } })))) return;
    setRetried(1);
    await load();
  };
  const retryAll = async (): Promise<void> => {
    const reply = await model.attempt(model.call(retryDeadJobs, {}));
    if (!reply) return;
    setRetried(reply.retried);
    await load();
  };
  const { jobs, counts } = list;
  return (
    <>
      <p>{texts.lead}</p>
      <div class="title">
        <p role="status">{retried !== null && fill(texts.retried, { count: retried })}</p>
        <button type="button" onClick={() => void load()}>
          {texts.refresh}
        </button>
      </div>
      <JobGroup
        texts={texts}
        group="dead"
        jobs={jobs.filter(({ state }) => state === 'dead')}
        count={counts.dead}
        retry={retry}
        retryAll={retryAll}
      />
      <JobGroup texts={texts} group="failing" jobs={jobs.filter(isFailing)} count={null} retry={retry} />
      <JobGroup
        texts={texts}
        group="waiting"
        jobs={jobs.filter((job) => job.state !== 'dead' && !isFailing(job)).reverse()}
        count={null}
        retry={retry}
      />
    </>
  );
};
