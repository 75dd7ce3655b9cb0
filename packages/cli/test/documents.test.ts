import { copyFile, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.ts';
import { socle } from './io.js';

const EXAMPLES = new URL('../examples/', import.meta.url).pathname;
const SUBMISSION = join(EXAMPLES, 'submission.json');
const FONT = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
let directory = '';
let document = '';
let archive = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'socle-cli-documents-'));
  const built = await socle(['cda', 'build', SUBMISSION, '--out', join(directory, 'cda'), '--json']);
  document = built.json<{ files: { file: string }[] }>().files[0]?.file ?? '';
  archive = join(directory, 'IHE_XDM.ZIP');
  await socle(['xdm', 'pack', SUBMISSION, '--out', archive]);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('socle cda build', () => {
  it('writes the documents of a submission, named by their OID, for the user alone', async () => {
    expect(document).toMatch(/2\.999\.7\.[0-9.]+\.xml$/);
    expect((await stat(document)).mode & 0o077).toBe(0);
    expect(await readFile(document, 'utf8')).toContain('<family qualifier="BR">ADRUN</family>');
  });

  it('writes nothing of a document that is wrong, and says what is', async () => {
    const submission = JSON.parse(await readFile(SUBMISSION, 'utf8'));
    delete submission.documents[0].legalAuthenticator;
    const file = join(directory, 'wrong.json');
    await writeFile(file, JSON.stringify(submission));
    const ran = await socle(['cda', 'build', file, '--out', join(directory, 'none'), '--json']);
    expect(ran.code).toBe(1);
    expect(ran.json<{ files: unknown[] }>().files).toEqual([]);
    expect(ran.out).toContain('legalAuthenticator');
    expect((await socle(['cda', 'build', file])).code).toBe(2);
  });

  it('turns a text into PDF/A-1 on request, with the font that it is given', async () => {
    const args = ['cda', 'build', SUBMISSION, '--out', join(directory, 'converted'), '--convert', '--json'];
    const without = await socle(args);
    expect([without.code, without.out.includes('documents.convert.')]).toEqual([1, true]);
    const font = createRequire(new URL('../../documents/package.json', import.meta.url)).resolve(FONT);
    const made = await socle([...args, '--font', font]);
    expect(made.code).toBe(0);
    const file = made.json<{ files: { file: string }[] }>().files[0]?.file ?? '';
    expect(await readFile(file, 'utf8')).toContain('mediaType="application/pdf"');
  });

  it('takes no file outside the folder of the submission, also through a link', async () => {
    const folder = await mkdtemp(join(directory, 'inside-'));
    await writeFile(join(directory, 'secret.txt'), 'secret');
    await symlink(join(directory, 'secret.txt'), join(folder, 'link.txt'));
    for (const name of ['../secret.txt', join(directory, 'secret.txt'), 'link.txt', 'absent.txt', '.']) {
      const submission = JSON.parse(await readFile(SUBMISSION, 'utf8'));
      submission.documents[0].body.content.file = name;
      const file = join(folder, 'submission.json');
      await writeFile(file, JSON.stringify(submission));
      const ran = await socle(['cda', 'build', file, '--out', join(folder, 'out'), '--json']);
      expect([name, ran.code]).toEqual([name, 1]);
      expect(ran.out).toContain('documents.submission.content');
    }
  });
});

describe('socle cda show', () => {
  it('prints the header and the text', async () => {
    const ran = await socle(['cda', 'show', document]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('Compte rendu de consultation');
    expect(ran.out).toContain('Nom de naissance : ADRUN');
    expect(ran.out).toContain('Date de naissance : 31/12/1975');
    expect(ran.out).toContain('Conclusion : poursuite du traitement');
    expect((await socle(['cda', 'show', document], { env: { LANG: 'en_GB.UTF-8' } })).out).toContain(
      'Date of birth: 1975-12-31',
    );
  });

  it('gives a page, and the header as JSON', async () => {
    const page = join(directory, 'page.html');
    expect((await socle(['cda', 'show', document, '--html', '--out', page])).code).toBe(0);
    expect(await readFile(page, 'utf8')).toContain('Content-Security-Policy');
    const json = (await socle(['cda', 'show', document, '--json'])).json();
    expect(json).toMatchObject({
      header: { patient: { traits: { nomNaissance: 'ADRUN' } } },
      document: { kind: 'N1' },
    });
  });

  it('gives no order to the terminal', async () => {
    const hostile = join(directory, 'hostile.xml');
    const xml = await readFile(document, 'utf8');
    await writeFile(
      hostile,
      xml.replace('Compte rendu de consultation</title>', 'Compte\u009b31m rendu\u202e</title>'),
    );
    expect((await socle(['cda', 'show', hostile])).out).not.toMatch(/[\u009b\u202e]/);
  });

  it('answers 2 to what is not a document', async () => {
    const file = join(directory, 'no.xml');
    await writeFile(file, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    const ran = await socle(['cda', 'show', file]);
    expect([ran.code, ran.err.includes('xml.doctype')]).toEqual([2, true]);
    expect((await socle(['cda', 'show'])).code).toBe(2);
    expect((await socle(['cda', 'show', join(directory, 'absent.xml')])).code).toBe(2);
  });
});

describe('socle cda extract', () => {
  it('takes out the header and the body', async () => {
    const out = join(directory, 'extracted');
    expect((await socle(['cda', 'extract', document, '--out', out])).code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(['body.txt', 'header.json']);
    expect(await readFile(join(out, 'body.txt'))).toEqual(await readFile(join(EXAMPLES, 'consultation.txt')));
    expect((await socle(['cda', 'extract', document])).code).toBe(2);
  });
});

describe('socle cda validate', () => {
  it('checks by profile, one verdict a file', async () => {
    const good = await socle(['cda', 'validate', document, '--profile', 'dmp', '--environment', 'test', '--json']);
    expect([good.code, good.json()]).toMatchObject([
      0,
      { rules: 'native', profile: 'dmp', documents: [{ valid: true }] },
    ]);
    const wrong = join(directory, 'wrong.xml');
    await writeFile(wrong, (await readFile(document, 'utf8')).replace(/<title>.*?<\/title>/, ''));
    const both = await socle(['cda', 'validate', document, wrong]);
    expect(both.code).toBe(1);
    expect(both.out).toContain('conforme aux règles natives');
    expect((await socle(['cda', 'validate', document, '--environment', 'production'])).code).toBe(1);
  });

  it('says how to get the official rules when it is not told where they are', async () => {
    for (const args of [
      ['--rules', 'official'],
      ['--rules', 'both'],
    ]) {
      const ran = await socle(['cda', 'validate', document, ...args]);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain('ansforge/TestContenuCDA-3-0');
      expect(ran.err).toContain('SOCLE_OFFICIAL');
    }
    const absent = await socle(['cda', 'validate', document, '--official', join(directory, 'nowhere')]);
    expect([absent.code, absent.err.includes('documents.official.folder')]).toEqual([2, true]);
    const other = await socle(['cda', 'validate', document, '--official', directory]);
    expect([other.code, other.err.includes('documents.official.layout')]).toEqual([2, true]);
    expect((await socle(['cda', 'validate', document, '--rules', 'native'])).code).toBe(0);
    for (const args of [
      ['--profile', 'x'],
      ['--rules', 'x'],
      ['--target', 'x'],
      ['--target', 'NO-MODEL=2023.01'],
      ['--date', '2023'],
    ]) {
      expect((await socle(['cda', 'validate', document, ...args])).code).toBe(2);
    }
    expect((await socle(['cda', 'validate'])).code).toBe(2);
  });
});

describe('socle xdm', () => {
  it('packs a submission, and finds nothing wrong in the archive', async () => {
    const ran = await socle(['xdm', 'validate', archive, '--json']);
    expect([ran.code, ran.json()]).toEqual([0, { valid: true, findings: [] }]);
    expect((await stat(archive)).mode & 0o077).toBe(0);
  });

  it('says what is inside, without a name', async () => {
    const ran = await socle(['xdm', 'inspect', archive, '--json']);
    expect(ran.json()).toMatchObject({ documents: [{ file: 'DOC0001.XML', type: '11488-4', level: 'N1' }], files: 4 });
    const text = await socle(['xdm', 'inspect', archive]);
    expect(text.out).toContain('DOC0001.XML');
    expect(ran.out + text.out).not.toMatch(/ADRUN|275126322074974/);
  });

  it('refuses what is not safe, with status 1', async () => {
    const file = join(directory, 'cut.zip');
    const bytes = await readFile(archive);
    await writeFile(file, bytes.subarray(0, bytes.length - 10));
    const ran = await socle(['xdm', 'validate', file, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('XDM-010.archive');
    expect((await socle(['xdm', 'inspect', file])).code).toBe(1);
    expect((await socle(['xdm', 'pack', SUBMISSION])).code).toBe(2);
  });

  it('packs nothing of a submission that is wrong', async () => {
    const file = join(directory, 'bad.json');
    await copyFile(join(EXAMPLES, 'consultation.txt'), join(directory, 'consultation.txt'));
    const submission = JSON.parse(await readFile(SUBMISSION, 'utf8'));
    submission.patient.identity.ins.matricule = '275126322074975';
    await writeFile(file, JSON.stringify(submission));
    const out = join(directory, 'bad.zip');
    expect((await socle(['xdm', 'pack', file, '--out', out])).code).toBe(1);
    await expect(stat(out)).rejects.toThrow();
  });
});

describeWithConformance('official examples', () => {
  it('are shown and taken out', async () => {
    const file = conformanceFile('cda/ExemplesCDA/BIO-CR-BIO_2023.01_Electrophorese.xml');
    const shown = await socle(['cda', 'show', file]);
    expect(shown.out).toContain('## ');
    expect(shown.out).toMatch(/ \| /);
    const out = join(directory, 'bio');
    expect((await socle(['cda', 'extract', file, '--out', out])).code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(['ELECTROPHORESE.png', 'doc-1.pdf', 'header.json']);
  });
});
