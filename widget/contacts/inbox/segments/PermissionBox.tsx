import { useEffect, useState } from 'preact/hooks';
import { getPermissions, putPermissions } from '../../../../shared/contacts/segments/routes.ts';
import type { Permissions } from '../../../../shared/contacts/segments/schema.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { useFeatureTexts } from '../../../core/staff/texts.ts';
import { texts as loaders } from './texts.ts';

/** Whether a contact may be called and written to. */
export const PermissionBox = ({ contact, changes = 0 }: { contact: string; changes?: number }) => {
  const staff = useStaff();
  const texts = useFeatureTexts(loaders);
  const [given, setGiven] = useState<Permissions | null>(null);
  const path = { contact };
  useEffect(() => {
    void staff.attempt(staff.call(getPermissions, { path })).then((found) => {
      if (found) setGiven(found);
    });
  }, [contact, changes]);
  if (!texts || !given) return null;
  const save = async (part: Partial<Permissions>): Promise<void> => {
    const saved = await staff.attempt(staff.call(putPermissions, { path, body: { ...given, ...part } }));
    // What was refused stands as it was.
    setGiven(saved ?? { ...given });
  };
  return (
    <section class="box" aria-labelledby="contact-permissions">
      <h3 id="contact-permissions">{texts.permissions}</h3>
      {(['calls', 'mails'] as const).map((key) => (
        <label key={key} class="check">
          <input
            type="checkbox"
            checked={given[key]}
            onChange={(event) => void save({ [key]: event.currentTarget.checked })}
          />
          <span>{texts[key === 'calls' ? 'mayCall' : 'mayMail']}</span>
        </label>
      ))}
      <p class="quiet">{texts.permissionsHint}</p>
    </section>
  );
};
