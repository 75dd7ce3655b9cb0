export { SocleBoundary, type SocleBoundaryProps } from './base/boundary.js';
export { type SocleContextValue, type SocleUiFault, useSocle } from './base/context.js';
export { createSocleQueryClient, forget } from './base/query-client.js';
export { SocleProvider, type SocleProviderProps } from './base/SocleProvider.js';
export { SocleTheme } from './base/SocleTheme.js';
export type { SiteSettings } from './base/site.js';
