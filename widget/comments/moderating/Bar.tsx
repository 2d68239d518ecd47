import type { ModeratePage, PageModeration } from '../../../shared/comments/schema.ts';
import type { ModeratingTexts } from './texts/en.ts';

/** The bar above the comments, with what staff can do with the page. */
export const Bar = ({
  texts,
  state,
  problem,
  hidden,
  act,
  leave,
}: {
  texts: ModeratingTexts;
  /** Null where the pass has ended. */
  state: PageModeration | null;
  problem: string;
  /** The comment that was hidden last. */
  hidden: string | null;
  act(body: ModeratePage): void;
  leave(): void;
}) => (
  <div class="notice" role="group">
    {state && <p>{texts.as.replace('{name}', `\u2068${state.name}\u2069`)}</p>}
    {problem && <p role="alert">{problem}</p>}
    {hidden && (
      <p role="status">
        {texts.hidden}{' '}
        <button type="button" class="text" onClick={() => act({ comment: hidden, hidden: false })}>
          {texts.undo}
        </button>
      </p>
    )}
    <span class="acts">
      {state && (
        <button type="button" class="text" onClick={() => act({ open: !state.open })}>
          {state.open ? texts.close : texts.open}
        </button>
      )}
      <button type="button" class="text" onClick={leave}>
        {texts.leave}
      </button>
    </span>
  </div>
);
