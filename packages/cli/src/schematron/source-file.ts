import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where a compiled pack comes from, so that its rules find the documents that they read: `source.json`, beside its modules. */
export type PackSourceFile = z.infer<typeof SourceFile>;

const NAME = 'source.json';
const SourceFile = z.object({
  /** The folder that nothing is read outside of. */
  root: z.string(),
  schema: z.string(),
  /** `kit`, `none`, or the path of a list. */
  deviations: z.string(),
});

export function writeSourceFile(folder: string, source: PackSourceFile): void {
  writeFileSync(join(folder, NAME), `${JSON.stringify(source, null, 1)}\n`, { mode: 0o600 });
}

/** Undefined when there is none, or when it is not what it should be. */
export function readSourceFile(folder: string): PackSourceFile | undefined {
  try {
    return SourceFile.safeParse(JSON.parse(readFileSync(join(folder, NAME), 'utf8'))).data;
  } catch {
    return undefined;
  }
}
