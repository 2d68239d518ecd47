import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStaff } from './context.ts';
import { CallError } from '../net/client.ts';

/**
 * A part of the staff page that is loaded when it is first wanted. Nothing stands in its place meanwhile; that it could not
 * be loaded is shown where other failures are, and the next time tries again.
 */
export const lazy = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & { gone?: () => void }> => {
  let known: ComponentType<Props> | undefined;
  return (props) => {
    const staff = useStaff();
    const [Part, setPart] = useState<ComponentType<Props> | undefined>(() => known);
    useEffect(() => {
      if (Part) return;
      void staff
        .attempt(
          load().catch(() => {
            throw new CallError('offline');
          }),
        )
        .then((part) => {
          if (!part) return props.gone?.();
          known = part;
          setPart(() => part);
        });
    }, []);
    return Part ? <Part {...props} /> : null;
  };
};
