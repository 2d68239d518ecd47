/** Something that the front of the help centre says besides answers. */
export interface HomeNews {
  title: string;
  path: string;
  at: number;
  /** Something is broken now. */
  isProblem: boolean;
}
