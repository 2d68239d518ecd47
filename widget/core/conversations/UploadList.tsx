import type { ComponentChild } from 'preact';
import { Picture } from '../ui/Picture.tsx';
import type { Upload } from '../net/uploads.ts';

/** Files that the next message will carry, each with how far it is, and a way out. */
export const UploadList = (given: {
  label: string;
  items: readonly Upload[];
  /** Text of an upload's state. */
  state(item: Upload): string;
  /** Stands for a file that has no picture. */
  mark: ComponentChild;
  /** The name of the bar that shows how far a file is; absent, there is none. */
  progressLabel?(item: Upload): string;
  /** Buttons: try again, remove. */
  actions(item: Upload): ComponentChild;
}) =>
  given.items.length ? (
    <ul class="uploads" aria-label={given.label}>
      {given.items.map((item) => (
        <li key={item.id} class={item.state}>
          {item.preview ? <Picture bitmap={item.preview} name="" /> : given.mark}
          <span class="words">
            <bdi>{item.name}</bdi>
            <span class="soft" role={item.state === 'sending' ? undefined : 'status'}>
              {given.state(item)}
            </span>
            {given.progressLabel && item.state === 'sending' && (
              <progress value={item.progress} aria-label={given.progressLabel(item)} />
            )}
          </span>
          {given.actions(item)}
        </li>
      ))}
    </ul>
  ) : null;
