import type { PanelFeature } from '../core/feature.ts';
import type { Host, InlineModule } from '../core/host.ts';
import { makeContainer } from './container.ts';
import type { Widget } from './widget.tsx';

/** The page's elements that features draw into, drawn again after a restart. */
export interface InlineElements {
  /** Needs no `this`. */
  inline: InlineModule['inline'];
  redraw(): Promise<void>;
  /** Draws nothing more. */
  forget(): void;
}

export const createInlineElements = (
  host: Host,
  features: readonly PanelFeature[],
  ready: () => Promise<Widget>,
  undo: (() => void)[],
): InlineElements => {
  const drawings = new Set<() => Promise<void>>();
  return {
    inline(element) {
      let end: (() => void) | undefined;
      // biome-ignore lint/style/noNonNullAssertion: an element of ours belongs to a feature
      const load = features.flatMap(({ elements }) => elements?.[element.localName] ?? [])[0]!;
      const draw = async (): Promise<void> => {
        const [widget, entry, { drawInline }] = await Promise.all([ready(), load(), import('./inline.tsx')]);
        if (!drawings.has(draw)) return;
        end = drawInline(element, widget, entry, (root) =>
          makeContainer(root, host, widget.context.texts.direction),
        );
        undo.push(end);
        await widget.resume();
      };
      drawings.add(draw);
      void draw().catch(() => {});
      return () => {
        drawings.delete(draw);
        end?.();
      };
    },
    async redraw() {
      await Promise.all([...drawings].map((draw) => draw()));
    },
    forget: () => drawings.clear(),
  };
};
