// Components of the INS service. Each line is one component: see the list of `src/ins`.
export { insCatalogues } from './ins/catalogues.js';
export { InsComparison, type InsComparisonProps } from './ins/InsComparison/InsComparison.js';
export {
  type InsFound,
  InsSearchForm,
  type InsSearchFormProps,
} from './ins/InsSearchForm/InsSearchForm.js';
