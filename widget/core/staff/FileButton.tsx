import { useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** A button that asks for a file. The browser's own control would speak the browser's language, not the page's. */
export const FileButton = (given: {
  label: string;
  /** Its name for screen readers, where the label alone doesn't say what for. */
  named?: string;
  accept: string;
  disabled?: boolean;
  /** The name of the file that was chosen. */
  chosen?: string | undefined;
  onFile(file: File): void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span class="file-button">
      <button
        type="button"
        aria-label={given.named}
        disabled={given.disabled}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" /> <span>{given.label}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={given.accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) given.onFile(file);
          // The same file can be chosen again after it was changed.
          currentTarget.value = '';
        }}
      />
      {given.chosen && <bdi class="quiet">{given.chosen}</bdi>}
    </span>
  );
};
