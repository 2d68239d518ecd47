/** Something that a feature knows of a visitor, for segments of contacts. */
export interface VisitorTrait {
  visitorId: string;
  /** When it came to be: their last activity, if nothing is newer. */
  at: number;
  /** The group of their newest NPS score. */
  nps?: 'promoter' | 'passive' | 'detractor';
  /** The number of calls they asked for. */
  calls?: number;
  /** A number that they gave to be called at. */
  phone?: string;
}
