/** IHE_XDM.ZIP: made, opened, checked, in memory. Browser-safe. */
export { inspectXdm, isXdm, type XdmInspectOptions } from './xdm/inspect.js';
export { defaultXdmLimits, type XdmLimits } from './xdm/limits.js';
export { type PackedXdm, packXdm, type XdmContent, type XdmPackOptions } from './xdm/pack.js';
export type { XdmArchive, XdmDocument, XdmIssuer, XdmSubset } from './xdm/types.js';
