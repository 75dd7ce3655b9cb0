export { StaticError, UnsupportedError } from './compile/expression/errors.js';
export { compileSchema } from './compile/pack/compile-schema.js';
export { CompileError, type CompileIssue } from './compile/pack/issues.js';
export type { CompileOptions } from './compile/pack/options.js';
export type { CompiledPack, PackManifest } from './manifest.js';
export { compareSchemas, type SchemaDifference } from './schema/compare.js';
export { measureSchema, type SchemaSize } from './schema/count.js';
export {
  type DeviationRule,
  type NoteFault,
  type ReplaceResource,
  type ReplaceText,
  withDeviations,
} from './schema/deviation-rules.js';
export { SchemaError, type SchemaErrorCode, type SchemaPosition } from './schema/error.js';
export { defaultSchemaLimits, type SchemaLimits } from './schema/limits.js';
export { type LoadedFile, memoryLoader, type SchemaLoader } from './schema/loader.js';
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
} from './schema/model.js';
export type { SchemaOptions } from './schema/options.js';
export { readSchema } from './schema/read-schema.js';
