import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs openssl in a folder of its own, with these files, and gives back one of them. */
export function openssl(files: Readonly<Record<string, string>>, args: readonly string[], result: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'socle-openssl-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    execFileSync('openssl', [...args], { cwd: folder, stdio: 'pipe' });
    return new Uint8Array(readFileSync(join(folder, result)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A TLS server by OpenSSL, which sends real alerts about the client certificate. */
export async function opensslServer(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<{ port: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'socle-openssl-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', '-www', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      const found = /ACCEPT [^\s]*:(\d+)/.exec(said);
      if (found) resolve(Number(found[1]));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('openssl s_server ended')));
  });
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGKILL');
      }),
  };
}
