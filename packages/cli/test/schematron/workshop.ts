import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CliIo } from '../../src/frame/io.js';
import { type Ran, socle } from '../io.js';

/** A folder of rules and documents, and the command run in it. */
export interface Workshop {
  readonly folder: string;
  write(name: string, text: string): Promise<string>;
  run(args: readonly string[], world?: Partial<CliIo>): Promise<Ran>;
  close(): Promise<void>;
}

export async function workshop(): Promise<Workshop> {
  // Accents and spaces: what people's folders are called.
  const folder = join(await realpath(await mkdtemp(join(tmpdir(), 'socle-schematron-'))), 'Règles de l’été');
  await mkdir(folder);
  return {
    folder,
    async write(name, text) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      return path;
    },
    run: ([, sub = '', ...rest], world = {}) =>
      socle(['schematron', sub, ...rest, ...(sub === 'compile' ? [] : ['--cache', join(folder, '.cache')])], {
        cwd: folder,
        ...world,
      }),
    close: () => rm(dirname(folder), { recursive: true, force: true }),
  };
}

/** A schema around some content. */
export function schema(content: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2" ${attributes}>
<ns prefix="i" uri="urn:invoice"/>
${content}
</schema>`;
}

/** An invoice in four lines. */
export function invoice(total: string, currency = 'EUR'): string {
  return `<invoice xmlns="urn:invoice">\n  <total currency="${currency}">${total}</total>\n  <line amount="10"/>\n  <line amount="5"/>\n</invoice>`;
}

export const RULES = schema(`<title>Factures</title>
<phase id="sums"><active pattern="totals"/></phase>
<pattern id="totals">
<rule context="i:invoice" id="sum">
<let name="sum" value="sum(i:line/@amount)"/>
<assert id="total" test="number(i:total) = $sum">The total <value-of select="i:total"/> is not the sum.</assert>
</rule>
<rule context="i:line[@amount &gt; 9]"><report id="large" role="warning" flag="look" test="true()">A large amount: <value-of select="@amount"/>.</report></rule>
</pattern>
<pattern id="codes">
<rule context="i:total"><assert id="currency" role="error" test="document('../codes/currencies.xml')/codes/code = @currency">The currency <value-of select="@currency"/> is not known.</assert></rule>
</pattern>`);
