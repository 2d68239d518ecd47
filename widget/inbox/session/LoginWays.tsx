import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import type { LoginProps } from '../../core/staff/feature.ts';
import type { StaffSession } from './staffSession.ts';

/** Other ways to log in than by password. The form doesn't wait for them; that one can't be loaded is said. */
export const LoginWays = ({ desk }: { desk: StaffSession }) => {
  const { texts, tag } = useLanguage();
  const features = useFeatures();
  const [ways, setWays] = useState<ComponentType<LoginProps>[]>([]);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    Promise.all(features.flatMap(({ loadLogin }) => loadLogin?.() ?? [])).then(
      (found) => !isGone && setWays(found),
      () => !isGone && setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, [features]);
  return (
    <>
      {ways.map((Way, place) => (
        <Way key={place} call={desk.plain} tag={tag} onLoggedIn={desk.goOnAs} />
      ))}
      {isFailed && <p class="quiet">{texts.offline}</p>}
    </>
  );
};
