import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../../core/staff/context.ts';

/** A page that is loaded when it is first drawn. Says when it cannot be; another try is a reload. */
export const LoadedPage = <Props extends object>({
  load,
  given,
}: {
  load(): Promise<ComponentType<Props>>;
  given: Props;
}) => {
  const { texts } = useLanguage();
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (part) => setPart(() => part),
      () => setFailed(true),
    );
  }, []);
  if (Part) return <Part {...given} />;
  return (
    <main class="login">
      <p class={isFailed ? 'wrong' : 'quiet'} role="status">
        {isFailed ? texts.offline : texts.loading}
      </p>
      {isFailed && (
        <button type="button" class="primary" onClick={() => location.reload()}>
          {texts.tryAgain}
        </button>
      )}
    </main>
  );
};
