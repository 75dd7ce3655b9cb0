import { type FlatMessages, flatten } from '../base/messages.js';
import { catalogues } from './catalogues.js';

/** Every English label by flat key. Server-safe: no React, no DOM. */
export const en: FlatMessages = Object.assign({}, ...catalogues.map((catalogue) => flatten(catalogue, 'en')));
