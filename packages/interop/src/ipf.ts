import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findTool } from '../../tooling/src/debian.ts';

const PROJECT = join(import.meta.dirname, '../ipf');
const TARGET = join(PROJECT, 'target');

/** The XDS registry and repository on Open eHealth IPF, running on loopback. */
export interface IpfPeer {
  /** `https://127.0.0.1:PORT/services` */
  readonly baseUrl: string;
  /** What the server wrote, to print when a test fails. */
  log(): string;
  stop(): Promise<void>;
}

export interface IpfKeystores {
  /** PKCS#12 of the server's key and certificate. */
  readonly server: Uint8Array;
  /** Certificates of the authorities that it trusts for clients, PEM. */
  readonly authoritiesPem: readonly string[];
  readonly passphrase: string;
}

/** Why the peer cannot be built here, in one line, or nothing. */
export function buildIpf(): string | undefined {
  const mvn = findTool('mvn');
  if (mvn === undefined || findTool('javac') === undefined) return 'no Maven or no Java on this machine';
  const stamp = join(TARGET, 'built');
  const sources = [
    'pom.xml',
    ...['Archive', 'NoAudit', 'Routes', 'Server'].map((name) => `src/main/java/socle/ipf/${name}.java`),
  ];
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(PROJECT, source)));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;
  try {
    execFileSync(
      mvn,
      ['-q', '-B', 'compile', 'dependency:build-classpath', `-Dmdep.outputFile=${join(TARGET, 'classpath')}`],
      { cwd: PROJECT, stdio: 'pipe', timeout: 240_000 },
    );
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    if (/COMPILATION ERROR/.test(output)) throw new Error(`the IPF peer does not compile:\n${output}`);
    const reason = output.split('\n').find((line) => line.includes('ERROR')) ?? 'no answer';
    return `Maven cannot build it (${reason.slice(0, 200)})`;
  }
  writeFileSync(stamp, wanted);
  return undefined;
}

/** Starts the peer over mutual TLS. Call `buildIpf` before. */
export async function startIpf(keystores: IpfKeystores): Promise<IpfPeer> {
  const folder = mkdtempSync(join(tmpdir(), 'socle-ipf-'));
  const server = join(folder, 'server.p12');
  const trust = join(folder, 'trust.p12');
  writeFileSync(server, keystores.server);
  importAuthorities(folder, trust, keystores);
  const classpath = `${join(TARGET, 'classes')}:${readFileSync(join(TARGET, 'classpath'), 'utf8').trim()}`;
  const child = spawn('java', ['-cp', classpath, 'socle.ipf.Server', server, trust, keystores.passphrase], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString('utf8')).slice(-20_000);
  });
  const port = await readyPort(child).catch((error: unknown) => {
    child.kill();
    throw new Error(`the IPF peer did not start: ${String(error)}\n${log}`);
  });
  return {
    baseUrl: `https://127.0.0.1:${port}/services`,
    log: () => log,
    async stop() {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.stdin.end();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function importAuthorities(folder: string, trust: string, { authoritiesPem, passphrase }: IpfKeystores): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, pem] of authoritiesPem.entries()) {
    const file = join(folder, `authority-${index}.pem`);
    writeFileSync(file, pem);
    execFileSync(
      'keytool',
      [
        '-importcert',
        '-noprompt',
        '-storetype',
        'PKCS12',
        '-keystore',
        trust,
        '-storepass',
        passphrase,
        '-alias',
        `a${index}`,
        '-file',
        file,
      ],
      { stdio: 'pipe' },
    );
  }
}

function readyPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('the child has no standard output');
    child.once('exit', (code) => reject(new Error(`exit ${code}`)));
    createInterface(child.stdout).on('line', (line) => {
      const found = /^ready (\d+)$/.exec(line);
      if (found) resolve(Number(found[1]));
    });
  });
}
