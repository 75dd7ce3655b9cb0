export { FORMAT_OUTSIDE_MODELS, formatOf, n1FormatOf } from './ass-a11.js';
export { classOf } from './ass-x04.js';
export { BINDINGS, type Binding } from './bindings.js';
export type { Concept, ConceptSet } from './concept.js';
export { findConcept, isMember, toCoded } from './lookup.js';
export { readConceptTable } from './table.js';
