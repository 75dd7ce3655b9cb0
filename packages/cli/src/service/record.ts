import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallContext, Exchange, Layer, WireRequest, WireResponse } from '@socle-sante/wire/http';

/**
 * Writes every exchange to a folder, byte for byte: `NNN-operation.request.xml`, `.response.xml`, `.meta.json`.
 * The folder holds personal data: it is made 0700, files 0600. Numbers go on from what is there.
 */
export function recordLayer(directory: string, clock: () => Date): Layer {
  let next: Promise<number> | undefined;
  const take = async () => {
    const previous = next ?? firstNumber(directory);
    const mine = previous;
    next = previous.then((number) => number + 1);
    return mine;
  };
  const write = (name: string, content: string | Uint8Array) =>
    writeFile(join(directory, name), content, { mode: 0o600 });

  return (exchange: Exchange): Exchange =>
    async (request: WireRequest, context?: CallContext): Promise<WireResponse> => {
      const number = String(await take()).padStart(3, '0');
      const base = `${number}-${request.operation.replace(/[^\w-]/g, '_')}`;
      const at = clock().toISOString();
      if (request.body) await write(`${base}.request.xml`, request.body);
      const meta = {
        operation: request.operation,
        at,
        method: request.method,
        url: request.url,
        headers: request.headers,
      };
      try {
        const response = await exchange(request, context);
        await write(`${base}.response.xml`, response.body);
        const answer = { status: response.status, headers: response.headers, elapsedMs: response.elapsedMs };
        await write(`${base}.meta.json`, `${JSON.stringify({ ...meta, answer }, null, 2)}\n`);
        return response;
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        await write(`${base}.meta.json`, `${JSON.stringify({ ...meta, failure }, null, 2)}\n`);
        throw error;
      }
    };
}

async function firstNumber(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const numbers = (await readdir(directory)).map((name) => Number.parseInt(name, 10)).filter(Number.isInteger);
  return Math.max(0, ...numbers) + 1;
}
