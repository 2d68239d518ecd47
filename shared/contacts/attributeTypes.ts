/** Types of contacts' attributes. */
export const attributeTypes = ['text', 'number', 'date', 'choice', 'link'] as const;
export type AttributeType = (typeof attributeTypes)[number];
