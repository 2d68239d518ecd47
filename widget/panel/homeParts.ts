import { type ReadonlySignal, signal } from '@preact/signals';
import type { Surface } from '../core/context.ts';
import type { Feature, HomeSection, PanelFeature } from '../core/feature.ts';

/** Parts of home from features. */
/** A feature that home has a button for. */
type Offer = PanelFeature & Required<Pick<PanelFeature, 'label'>>;

export interface HomeParts {
  /** The field, and the feature behind it; null while it loads, or where the site has none. */
  field: ReadonlySignal<Feature | null>;
  sections: ReadonlySignal<readonly HomeSection[]>;
  /** Features whose conversations begin here. */
  offers: readonly Offer[];
  loadField(): Promise<void>;
  loadSections(): Promise<void>;
}

/** @param features those that the site has */
export const createHomeParts = (features: readonly PanelFeature[], surface: Surface): HomeParts => {
  const field = signal<Feature | null>(null);
  const sections = signal<readonly HomeSection[]>([]);
  let isLoading = false;
  return {
    field,
    sections,
    offers: features.filter(({ label }) => label) as Offer[],
    async loadField() {
      const load = features.find(({ loadField }) => loadField)?.loadField;
      if (!load || field.value) return;
      const entry = await load();
      field.value ??= entry.open(surface);
    },
    async loadSections() {
      if (isLoading) return;
      isLoading = true;
      const loads = features.flatMap(({ loadHomeSection }) => loadHomeSection ?? []);
      const found: HomeSection[] = [];
      try {
        await Promise.all(
          loads.map(async (load, place) => {
            found[place] = await (await load()).loadSection(surface);
            // As each comes, in the order of the features.
            sections.value = Object.values(found);
          }),
        );
      } catch (error) {
        isLoading = false;
        throw error;
      }
    },
  };
};
