import { useRef } from 'preact/hooks';
import type { Job } from '../../../shared/core/jobs/schema.ts';
import { stamp } from '../../core/staff/i18n.ts';
import { readReason } from '../../core/staff/jobReason.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import type { JobTexts } from './texts/en.ts';

export type Group = 'dead' | 'failing' | 'waiting';

/** The name of a job; its own kind for one that this page does not know. */
const nameOf = (texts: JobTexts, kind: string): string =>
  Object.hasOwn(texts, kind) ? texts[kind as keyof JobTexts] : fill(texts.other, { kind });

const stateOf = (texts: JobTexts, tag: string, job: Job): string => {
  const given = { time: stamp(tag, job.at), count: job.attempts };
  if (job.state === 'dead') return fill(texts.gaveUp, given);
  if (job.state === 'running') return texts.running;
  return fill(job.attempts > 0 ? texts.nextTry : texts.due, given);
};

const Row = ({ texts, job, retry }: { texts: JobTexts; job: Job; retry: (() => void) | null }) => {
  const { membership } = useConsole();
  const { tag } = useTexts();
  const name = nameOf(texts, job.kind);
  const named = { name, time: stamp(tag, job.createdAt) };
  const reason = job.lastError === null ? null : readReason(job.lastError);
  return (
    <li class="entry-row">
      <span class="entry-name">
        <strong>{name}</strong>
        <span class="quiet">{stateOf(texts, tag, job)}</span>
        {reason && (
          <span class="job-reason">{fill(texts[`reason_${reason.reason}`], { code: reason.code })}</span>
        )}
      </span>
      {job.conversation && (
        <a
          href={`/inbox/sites/${membership.site}/conversations/${job.conversation}`}
          aria-label={fill(texts.openOf, named)}
        >
          {texts.open}
        </a>
      )}
      {retry && (
        <button type="button" aria-label={fill(texts.retryOf, named)} onClick={retry}>
          {texts.retry}
        </button>
      )}
    </li>
  );
};

/** Jobs in one state, with what can be done about them. */
export const JobGroup = ({
  texts,
  group,
  jobs,
  count,
  retry,
  retryAll,
}: {
  texts: JobTexts;
  group: Group;
  jobs: readonly Job[];
  /** The number of jobs, listed or not; null where only the listed ones are known. */
  count: number | null;
  retry(job: Job): Promise<void>;
  retryAll?: () => Promise<void>;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = (): void => heading.current?.focus();
  return (
    <section class="card jobs" aria-labelledby={`jobs-${group}`}>
      <h2 id={`jobs-${group}`} tabIndex={-1} ref={heading}>
        {texts[group]} <span class="quiet">{count ?? jobs.length}</span>
      </h2>
      <p class="quiet">{jobs.length ? texts[`${group}Lead`] : texts[`${group}None`]}</p>
      {retryAll && jobs.length > 1 && (
        <button type="button" onClick={() => void retryAll().then(toHeading)}>
          {texts.retryAll}
        </button>
      )}
      {jobs.length > 0 && (
        <ul class="plain-list">
          {jobs.map((job) => (
            <Row
              key={job.id}
              texts={texts}
              job={job}
              retry={group === 'waiting' ? null : () => void retry(job).then(toHeading)}
            />
          ))}
        </ul>
      )}
      {count !== null && count > jobs.length && (
        <p class="quiet">{fill(texts.cut, { shown: jobs.length, count })}</p>
      )}
    </section>
  );
};
