import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { listContacts } from '../../../shared/contacts/routes.ts';
import type { ContactRow } from '../../../shared/contacts/schema.ts';
import { IconButton } from '../../core/staff/Icon.tsx';
import { fill } from '../../core/text/fill.ts';
import { useInbox } from '../context.ts';
import type { Addressee } from './draft.ts';
import type { ComposeTexts } from './texts.ts';

/** Contacts offered at once. */
const maxShown = 6;
/** A search begins after this pause in typing, milliseconds. */
const pause = 200;

const isAddress = (text: string): boolean => /^[^\s@"(),:;<>[\\\]]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);

interface Option extends Addressee {
  key: string;
  hint: string;
}

const optionsOf = (contacts: readonly ContactRow[], typed: string, texts: ComposeTexts): Option[] => [
  ...contacts.slice(0, maxShown).map(({ id, name, email }) => ({
    key: id,
    to: { contact: id },
    label: name || email || texts.anonymous,
    hint: name && email ? email : '',
  })),
  ...(isAddress(typed) ? [{ key: 'typed', to: { email: typed }, label: typed, hint: texts.toAddress }] : []),
];

/** Contacts that fit what is typed. */
const useContacts = (typed: string): readonly ContactRow[] => {
  const inbox = useInbox();
  const [found, setFound] = useState<readonly ContactRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const query = typed ? { search: typed } : {};
      const page = await inbox.attempt(inbox.call(listContacts, { query }));
      if (isCurrent && page) setFound(page.contacts);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return found;
};

const OptionList = ({
  id,
  options,
  current,
  pick,
  label,
}: {
  id: string;
  options: readonly Option[];
  current: number;
  pick(option: Option): void;
  label: string;
}) => (
  <div class="completions below" id={`${id}-list`} role="listbox" aria-label={label}>
    {options.map((option, place) => (
      <div
        key={option.key}
        id={`${id}-${option.key}`}
        role="option"
        tabIndex={-1}
        aria-selected={place === current}
        // Before the field loses its focus.
        onMouseDown={(event) => {
          event.preventDefault();
          pick(option);
        }}
      >
        <bdi>{option.label}</bdi>
        <bdi class="quiet">{option.hint}</bdi>
      </div>
    ))}
  </div>
);

const Search = ({ choose, texts }: { choose(addressee: Addressee): void; texts: ComposeTexts }) => {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const options = optionsOf(useContacts(typed.trim()), typed.trim(), texts);
  const current = Math.min(at, options.length - 1);
  const shown = isOpen && options.length > 0;
  const pick = (option: Option | undefined): void => {
    if (option) choose({ to: option.to, label: option.label });
  };
  return (
    <div class="recipient">
      <input
        id="compose-to"
        type="text"
        dir="auto"
        role="combobox"
        autocomplete="off"
        aria-label={texts.to}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && options[current] ? `${id}-${options[current].key}` : undefined}
        placeholder={texts.toPlaceholder}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          // Who typed an address and goes on means it.
          if (isAddress(typed.trim())) pick(options.find(({ key }) => key === 'typed'));
        }}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step && options.length) {
            event.preventDefault();
            setOpen(true);
            setAt((current + step + options.length) % options.length);
          }
          if (event.key === 'Enter' && shown) {
            event.preventDefault();
            pick(options[current]);
          }
          if (event.key === 'Escape' && shown) {
            event.preventDefault();
            event.stopPropagation();
            setOpen(false);
          }
        }}
      />
      {shown && <OptionList id={id} options={options} current={current} pick={pick} label={texts.to} />}
    </div>
  );
};

/** Whom it goes to: a contact that is looked for, or an address that is typed. */
export const RecipientField = ({
  addressee,
  email,
  choose,
  texts,
}: {
  addressee: Addressee | null;
  /** The address of the one who was chosen; empty where it is shown already. */
  email: string;
  choose(addressee: Addressee | null): void;
  texts: ComposeTexts;
}) => {
  const wasChosen = useRef(addressee !== null);
  useEffect(() => {
    // The focus goes on with what was chosen, and back with what was taken out.
    if (addressee && !wasChosen.current) document.querySelector<HTMLElement>('.compose [data-next]')?.focus();
    if (!addressee && wasChosen.current) document.getElementById('compose-to')?.focus();
    wasChosen.current = addressee !== null;
  }, [addressee]);
  return (
    <div class="compose-row">
      <span class="compose-name" aria-hidden="true">
        {texts.to}
      </span>
      {addressee ? (
        <span class="recipient-chip">
          <bdi>{addressee.label}</bdi>
          {email && email !== addressee.label && (
            <bdi class="quiet" dir="ltr">
              {email}
            </bdi>
          )}
          <IconButton
            icon="close"
            label={fill(texts.removeRecipient, { name: addressee.label })}
            onClick={() => choose(null)}
          />
        </span>
      ) : (
        <Search choose={choose} texts={texts} />
      )}
    </div>
  );
};
