/** Tools of the page's own that the widget's moments can be handed to. */
export const analyticsTools = ['off', 'dataLayer', 'gtag'] as const;
