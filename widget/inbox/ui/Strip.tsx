import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import { fill } from '../../core/text/fill.ts';
import { go } from '../../core/staff/router.ts';

/** Messages that wait to be sent, in whichever conversation: each leads there. */
const Waiting = () => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const items = inbox.outgoing.waiting.value;
  if (items.length === 0) return null;
  return (
    <details class="notice waiting">
      <summary>{fill(texts.waitingCount, { count: items.length })}</summary>
      <ul>
        {items.map(({ id, payload, state, error }) => (
          <li key={id}>
            <button
              type="button"
              class="link"
              dir="auto"
              onClick={() => {
                go('/inbox');
                inbox.open(payload.parameters.conversation);
              }}
            >
              {payload.body.body.trim() || payload.files?.map(({ name }) => name).join(', ')}
            </button>
            {state === 'refused' && error && error.code !== 'answered_meanwhile' && (
              <span> {fill(texts.notAccepted, { reason: failureText(texts, error) })}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The strip about the line, what went wrong, and what waits for it. */
export const Strip = () => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const problem = inbox.problem.value;
  return (
    <div class="strip">
      <div role="status">
        {inbox.liveState.value === 'waiting' ? (
          <p class="notice">{texts.waitingForLine}</p>
        ) : inbox.liveState.value === 'polling' ? (
          <p class="quiet slow">{texts.slowLine}</p>
        ) : (
          problem && <p class="notice">{failureText(texts, problem)}</p>
        )}
      </div>
      <Waiting />
    </div>
  );
};
