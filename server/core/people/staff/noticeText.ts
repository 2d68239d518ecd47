/** A notice as a browser shows it. */
export interface NoticeText {
  title: string;
  /** Left out where the person wants nothing on a locked screen. */
  body: string;
  /** A later one of the same tag, a UUID, replaces it on screen. */
  tag: string;
  path: string;
}
