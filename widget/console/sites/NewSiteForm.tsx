import { useRef, useState } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import { postSite } from '../../../shared/sites/routes.ts';
import type { OwnSites } from '../../../shared/sites/schema.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import type { SitesTexts } from './texts.ts';

/** A key made of a name: what can stand in an address. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** Makes another site. */
export const NewSiteForm = ({
  texts,
  done,
}: {
  texts: SitesTexts;
  done(sites: OwnSites, name: string): void;
}) => {
  const model = useConsole();
  const [name, setName] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const id = useRef(newId());
  const wanted = key ?? keyOf(name);
  const create = async (event: Event): Promise<void> => {
    event.preventDefault();
    const made = await model.attempt(
      model.call(postSite, { body: { id: id.current, name: name.trim(), key: wanted } }),
    );
    setRefused(made ? {} : (model.problem.value?.fields ?? {}));
    if (!made) return;
    id.current = newId();
    setName('');
    setKey(null);
    done(made, name.trim());
  };
  return (
    <form class="card" onSubmit={(event) => void create(event)} aria-labelledby="new-site">
      <h2 id="new-site">{texts.add}</h2>
      <TextField
        label={texts.name}
        value={name}
        required
        maxLength={60}
        dir="auto"
        refused={refused['name']}
        onValue={setName}
      />
      <TextField
        label={texts.key}
        hint={texts.keyHint}
        value={wanted}
        required
        maxLength={40}
        pattern="[a-z0-9]([a-z0-9\\-]*[a-z0-9])?"
        dir="ltr"
        refused={refused['key']}
        onValue={setKey}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={model.busy.value}>
          {texts.addButton}
        </button>
      </div>
    </form>
  );
};
