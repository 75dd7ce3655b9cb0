/** How a schema is compiled. */
export interface CompileOptions {
  /** Source maps from the generated code to the files of the schema. True by default. */
  readonly sourceMaps?: boolean;
  /** About how large a file of generated code may be before another is begun, in characters. 400 000 by default. */
  readonly chunkBytes?: number;
  /** False turns every short cut of expressions off: what is left is the recommendation, word for word. */
  readonly optimise?: boolean;
}

export const DEFAULT_CHUNK_BYTES = 400_000;
