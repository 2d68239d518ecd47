/** A few texts of one site: in the browser's storage, or in memory where storage is forbidden. */
export interface Store {
  read(): string | null;
  write(text: string | null): void;
  /** False while what was written lives in memory alone. */
  readonly persists: boolean;
}

/**
 * @param name reading stores nothing; the first write does
 * @param area where; `sessionStorage` ends with the tab
 */
export const createStore = (name: string, area: () => Storage = () => localStorage): Store => {
  let memory: string | null = null;
  return {
    get persists() {
      return memory === null;
    },
    read() {
      try {
        return area().getItem(name) ?? memory;
      } catch {
        return memory;
      }
    },
    write(text) {
      memory = text;
      try {
        if (text === null) area().removeItem(name);
        else area().setItem(name, text);
        memory = null;
      } catch {
        // Blocked or full: it lives as long as the page.
      }
    },
  };
};
