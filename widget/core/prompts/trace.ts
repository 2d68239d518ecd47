/** A trace of a prompt that was due in this browser, for as long as its goal may be reached. */
export interface Trace {
  id: string;
  prompt: string;
  at: number;
  /** Of a page that nothing was kept for: it is not kept later either, or those who act would count for more. */
  loose: boolean;
}

/** Traces that are kept at the most. */
export const maxTraces = 20;
