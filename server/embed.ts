/* What benchmarks and other programs may build upon. */
export { createApp } from './app.ts';
export { ConfigError, readConfig } from './config.ts';
export { createLimiter } from './core/http/limits.ts';
export { createSite } from './core/people/sites/writes.ts';
export { createStaff } from './core/people/staff/writes.ts';
export { createContext } from './create.ts';
export { importFaq } from './ask/importFaq.ts';
export { seedDemo } from './seed/seed.ts';
export { serve } from './serve.ts';
export { serverFeatures } from './features.ts';
