import * as z from 'zod/mini';

/** Octets given in the program. */
const octets = z.instanceof(Uint8Array);
const inline = z.strictObject({ base64: z.string() });
const named = z.strictObject({ file: z.string().check(z.minLength(1)) });

/** Octets, or what a JSON file says instead of them: `{ "base64": "…" }`, or `{ "file": "letter.pdf" }` when files can be read. */
export function contentOf(readFile?: (path: string) => Uint8Array | undefined): z.ZodMiniType<Uint8Array> {
  const decoded = z.pipe(
    inline,
    z.transform((value, context) => fromBase64(value.base64) ?? refuse(context.issues, 'base64')),
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

/** Base64 with or without white space; `undefined` when it is none. */
function fromBase64(value: string): Uint8Array | undefined {
  const plain = value.replace(/\s+/g, '');
  if (plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return undefined;
  try {
    return Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
