import type { Words } from './fieldKinds.ts';
import { RunList } from './RunList.tsx';
import { useRuns } from './useRuns.ts';

/** The log of one rule. */
export const RuleLog = ({ rule, words }: { rule: string; words: Words }) => {
  const { found, undo } = useRuns({ rule }, rule);
  const { texts } = words;
  if (!found) return null;
  return (
    <section aria-labelledby={`log-${rule}`}>
      <h3 id={`log-${rule}`}>{texts.log}</h3>
      {found.runs.length === 0 ? (
        <p class="quiet">{texts.logNone}</p>
      ) : (
        <RunList runs={found.runs} words={words} by="conversation" undo={(run) => void undo(run)} />
      )}
    </section>
  );
};
