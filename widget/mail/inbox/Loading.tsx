import type { StaffTexts } from './texts.ts';

/** Stands where a list will be: it is on its way, or could not be loaded. */
export const Loading = ({
  texts,
  isFailed,
  load,
}: {
  texts: StaffTexts;
  isFailed: boolean;
  load(): Promise<void>;
}) =>
  isFailed ? (
    <div class="row-of-buttons">
      <button type="button" onClick={() => void load()}>
        {texts.tryAgain}
      </button>
    </div>
  ) : (
    <p class="quiet" role="status">
      {texts.loading}
    </p>
  );
