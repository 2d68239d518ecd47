/** A few texts of one site: in the browser's storage, or in memory where storage is forbidden. */
export interface Store {
  read(): string | null;
  write(text: string | null): void;
  /** False while what was written lives in memory alone. */
  readonly isKept: boolean;
}

/** @param name reading stores nothing; the first write does */
export const createStore = (name: string): Store => {
  let memory: string | null = null;
  return {
    get isKept() {
      return memory === null;
    },
    read() {
      try {
        return localStorage.getItem(name) ?? memory;
      } catch {
        return memory;
      }
    },
    write(text) {
      memory = text;
      try {
        if (text === null) localStorage.removeItem(name);
        else localStorage.setItem(name, text);
        memory = null;
      } catch {
        // Blocked or full: it lives as long as the page.
      }
    },
  };
};
