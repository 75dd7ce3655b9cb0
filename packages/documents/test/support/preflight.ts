import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { DEBIAN_TOOLS, findTool } from '../../../tooling/src/debian.ts';

const JAVA = '/usr/share/java';
// The names of Debian, whatever their version.
const JARS = [
  'preflight',
  'pdfbox2',
  'xmpbox',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
];

/** A group of tests that asks Apache PDFBox Preflight whether a file is PDF/A-1b: from Debian, and Java. */
export function describeWithPreflight(title: string, body: () => void): void {
  const ready = findTool('preflight') !== undefined && findTool('javac') !== undefined;
  if (!ready && process.env['CI'] === 'true') throw new Error(`${title} is absent, and CI must not pass without it.`);
  const packages = DEBIAN_TOOLS.preflight.packages.join(', ');
  describe.runIf(ready)(ready ? title : `${title} (left out: no ${packages})`, body);
}

/** For each file, whether Preflight finds it valid. */
export function preflight(files: readonly Uint8Array[]): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'socle-preflight-'));
  try {
    const classPath = JARS.map((name) => join(JAVA, `${name}.jar`))
      .filter((path) => existsSync(path))
      .join(':');
    return files.map((bytes, index) => {
      const path = join(folder, `${index}.pdf`);
      writeFileSync(path, bytes);
      const run = spawnSync('java', ['-cp', classPath, 'org.apache.pdfbox.preflight.Validator_A1b', path], {
        encoding: 'utf8',
      });
      const said = `${run.stdout}${run.stderr}`;
      if (/is a valid PDF\/A-1b file/.test(said)) return true;
      if (/is not (?:a )?valid|is not a valid PDF/i.test(said)) return false;
      throw new Error(`Preflight stopped: ${said.slice(0, 500)}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
