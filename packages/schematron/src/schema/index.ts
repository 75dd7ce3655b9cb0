export { compareSchemas, type SchemaDifference } from './compare.js';
export { measureSchema, type SchemaSize } from './count.js';
export {
  type DeviationRule,
  type NoteFault,
  type ReplaceResource,
  type ReplaceText,
  withDeviations,
} from './deviation-rules.js';
export { SchemaError, type SchemaErrorCode, type SchemaPosition } from './error.js';
export { defaultSchemaLimits, type SchemaLimits } from './limits.js';
export { type LoadedFile, memoryLoader, type SchemaLoader } from './loader.js';
export type {
  Check,
  Deviation,
  Extension,
  Instruction,
  Key,
  Let,
  MessagePart,
  NamedMessage,
  Phase,
  Place,
  Rule,
  RuleItem,
  Schema,
  SchemaPattern,
  Source,
  XsltFunction,
} from './model.js';
export type { SchemaOptions } from './options.js';
export { readSchema } from './read-schema.js';
