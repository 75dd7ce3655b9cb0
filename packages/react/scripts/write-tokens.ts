import { writeFileSync } from 'node:fs';
import { tokensCss } from './tokens-css.js';

writeFileSync(new URL('../src/styles/tokens.css', import.meta.url), tokensCss());
