import { useEffect, useState } from 'preact/hooks';
import { listMacros } from '../../../../shared/rules/routes.ts';
import type { Macro } from '../../../../shared/rules/schema.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { Icon } from '../../../core/staff/Icon.tsx';
import { useInbox } from '../../context.ts';
import { Chooser } from './Chooser.tsx';

/** Runs one of the site's macros on what is picked or open. */
export const Macros = ({ close }: { close(): void }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const [macros, setMacros] = useState<readonly Macro[] | null>(null);
  useEffect(() => {
    void inbox
      .attempt(inbox.call(listMacros, {}))
      .then((found) => (found ? setMacros(found.macros) : close()));
  }, []);
  if (!macros) return null;
  return (
    <Chooser
      title={texts.macro}
      gone={close}
      choices={macros.map(({ id, name }) => ({
        id,
        name,
        mark: <Icon name="canned" />,
        run: () => void inbox.actions.runMacro(id),
      }))}
      {...(macros.length === 0 && { none: texts.noMacros })}
    />
  );
};
