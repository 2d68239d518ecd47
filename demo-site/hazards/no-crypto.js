// What an over-strict wrapper leaves behind: a window without what random numbers are made with.

Object.defineProperty(window, 'crypto', { value: undefined });
