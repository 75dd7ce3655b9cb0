import * as z from 'zod/mini';
import { readBase64 } from '../../cda/base64.js';

/** Octets given in the program. */
const octets = z.instanceof(Uint8Array);
const inline = z.strictObject({ base64: z.string() });
const named = z.strictObject({ file: z.string().check(z.minLength(1)) });

/** Octets, or what a JSON file says instead of them: `{ "base64": "…" }`, or `{ "file": "letter.pdf" }` when files can be read. */
export function contentOf(readFile?: (path: string) => Uint8Array | undefined): z.ZodMiniType<Uint8Array> {
  const decoded = z.pipe(
    inline,
    z.transform((value, context) => readBase64(value.base64) ?? refuse(context.issues, 'base64')),
  );
  const read = z.pipe(
    named,
    z.transform((value, context) => readFile?.(value.file) ?? refuse(context.issues, 'file')),
  );
  return z.union([octets, decoded, read]);
}

/** What a JSON file may say, for the JSON Schema. */
export const jsonContent = z.pipe(
  z.union([inline, named]),
  z.transform(() => new Uint8Array()),
);

interface Issues {
  push(issue: { code: 'custom'; input: unknown; message: string }): unknown;
}

function refuse(issues: Issues, message: string): never {
  // The content itself is never repeated.
  issues.push({ code: 'custom', input: undefined, message });
  return z.NEVER;
}
