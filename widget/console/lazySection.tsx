import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CallError } from '../core/net/client.ts';
import { useTexts } from './context.ts';
import { problemText } from './failure.ts';

/** A section that is loaded when it is first opened; that it could not be is said in its place. */
export const lazySection = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  let known: ComponentType<Props> | undefined;
  return (props) => {
    const { texts } = useTexts();
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
          {isFailed ? problemText(texts, new CallError('offline')) : texts.loading}
        </p>
        {isFailed && (
          <button type="button" onClick={look}>
            {texts.tryAgain}
          </button>
        )}
      </>
    );
  };
};
