import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CallError } from '../core/net/client.ts';
import { useWords } from './context.ts';
import { problemText } from './failure.ts';

/** A section that is loaded when it is first opened; that it could not be is said in its place. */
export const lazySection = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  let known: ComponentType<Props> | undefined;
  return (props) => {
    const { say } = useWords();
    const [Part, setPart] = useState<ComponentType<Props> | undefined>(() => known);
    const [isFailed, setFailed] = useState(false);
    const look = (): void => {
      setFailed(false);
      load().then(
        (part) => {
          known = part;
          setPart(() => part);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (!Part) look();
    }, []);
    if (Part) return <Part {...props} />;
    return (
      <>
        <p role="status" class={isFailed ? 'bad-words' : 'quiet'}>
          {isFailed ? problemText(say, new CallError('offline')) : say.loading}
        </p>
        {isFailed && (
          <button type="button" onClick={look}>
            {say.tryAgain}
          </button>
        )}
      </>
    );
  };
};
