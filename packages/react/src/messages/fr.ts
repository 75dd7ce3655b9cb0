import { type FlatMessages, flatten } from '../base/messages.js';
import { catalogues } from './catalogues.js';

/** Every French label by flat key. Server-safe: no React, no DOM. */
export const fr: FlatMessages = Object.assign({}, ...catalogues.map((catalogue) => flatten(catalogue, 'fr')));
