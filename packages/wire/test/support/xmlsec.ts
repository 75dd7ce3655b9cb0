import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True when xmlsec1 verifies the document with that certificate. */
export function xmlsecVerifies(xml: string, certPem: string, idAttribute: string, element: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'socle-xmlsec-'));
  try {
    writeFileSync(join(folder, 'doc.xml'), xml);
    writeFileSync(join(folder, 'cert.pem'), certPem);
    const run = spawnSync('xmlsec1', [
      '--verify',
      '--pubkey-cert-pem',
      join(folder, 'cert.pem'),
      `--id-attr:${idAttribute}`,
      element,
      join(folder, 'doc.xml'),
    ]);
    return run.status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Signs a template with xmlsec1. */
export function xmlsecSign(
  template: string,
  keyPem: string,
  certPem: string,
  idAttribute: string,
  element: string,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'socle-xmlsec-'));
  try {
    writeFileSync(join(folder, 'doc.xml'), template);
    writeFileSync(join(folder, 'key.pem'), keyPem);
    writeFileSync(join(folder, 'cert.pem'), certPem);
    const args = [
      '--sign',
      '--privkey-pem',
      `${join(folder, 'key.pem')},${join(folder, 'cert.pem')}`,
      `--id-attr:${idAttribute}`,
      element,
      join(folder, 'doc.xml'),
    ];
    return execFileSync('xmlsec1', args).toString('utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
