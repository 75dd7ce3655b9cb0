/** The files of a new package, by path. What they hold works: it is there to be replaced, rule by rule. */
export function packageFiles(name: string): Readonly<Record<string, string>> {
  const type = name.replace(/(?:^|-)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
  const constant = type.charAt(0).toLowerCase() + type.slice(1);
  return {
    'package.json': `${JSON.stringify(manifest(name), null, 2)}\n`,
    'tsconfig.json': `${JSON.stringify({ extends: '../../tsconfig.json', include: ['src', 'test', 'bench', '*.ts'] }, null, 2)}\n`,
    'tsup.config.ts': TSUP,
    'README.md': readme(name, type),
    'src/index.ts': [
      `export { ${constant}Findings } from './messages.js';`,
      `export { type ${type}Request, validate${type}Request } from './validate.js';`,
      '',
    ].join('\n'),
    'src/validate.ts': validator(name, type),
    'src/messages.ts': messages(name, constant),
    'test/validate.test.ts': test(name, type, constant),
  };
}

function manifest(name: string) {
  const entry = (file: string) => ({ types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` });
  return {
    name: `@socle-sante/${name}`,
    version: '0.0.0',
    description: `What ${name} is for, in one line.`,
    license: 'Apache-2.0',
    author: 'Socle contributors',
    keywords: ['e-sante', 'segur', 'healthcare', 'france'],
    type: 'module',
    engines: { node: '>=20.19.0' },
    sideEffects: false,
    exports: {
      '.': entry('index'),
      './validate': entry('validate'),
      './messages': entry('messages'),
      './package.json': './package.json',
    },
    files: ['dist', 'README.md', 'CHANGELOG.md'],
    scripts: { build: 'tsup' },
    dependencies: { '@socle-sante/core': 'workspace:^' },
    devDependencies: { tsup: 'catalog:' },
    publishConfig: { access: 'public' },
  };
}

const TSUP = `import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    validate: 'src/validate.ts',
    messages: 'src/messages.ts',
  },
  { platform: 'node' },
);
`;

function validator(name: string, type: string): string {
  return `import { type Finding, finding } from '@socle-sante/core/finding';

/** What the service is asked. */
export interface ${type}Request {
  /** A word for people, not empty. */
  readonly label: string;
}

/** Everything that is wrong with a request, before anything leaves. It never throws. */
export function validate${type}Request(request: ${type}Request): Finding[] {
  return request.label.trim() === '' ? [finding('${name}.request.label', 'error', ['label'])] : [];
}
`;
}

function messages(name: string, constant: string): string {
  return `import type { FindingCatalogue } from '@socle-sante/core/finding';

/** The text of every rule of this package, for \`describeFinding\`. */
export const ${constant}Findings: FindingCatalogue = {
  '${name}.request.label': {
    fr: { title: 'Le libellé manque', why: 'Le service le demande.', action: 'Saisissez un libellé.' },
    en: { title: 'The label is missing', why: 'The service asks for it.', action: 'Enter a label.' },
  },
};
`;
}

function test(name: string, type: string, constant: string): string {
  return `import { describeFinding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { ${constant}Findings } from '../src/messages.js';
import { validate${type}Request } from '../src/validate.js';

describe('validate${type}Request', () => {
  it('accepts a request with a label', () => {
    expect(validate${type}Request({ label: 'x' })).toEqual([]);
  });

  it('tells what is missing, in both languages', () => {
    const [missing] = validate${type}Request({ label: ' ' });
    expect(missing).toMatchObject({ rule: '${name}.request.label', severity: 'error', path: ['label'] });
    for (const locale of ['fr', 'en'] as const) {
      expect(missing && describeFinding(missing, locale, ${constant}Findings).title).toMatch(/label|libellé/);
    }
  });
});
`;
}

function readme(name: string, type: string): string {
  return `# @socle-sante/${name}

What it is for, in two lines.

\`\`\`sh
npm install @socle-sante/${name}
\`\`\`

## Ten minutes

\`\`\`ts
import { validate${type}Request } from '@socle-sante/${name}';

const findings = validate${type}Request({ label: '' });
\`\`\`

## Entries

| Entry | What is in it | Browser |
|---|---|---|
| \`@socle-sante/${name}\` | the client and everything that it needs | no |
| \`@socle-sante/${name}/validate\` | checks of requests | yes |
| \`@socle-sante/${name}/messages\` | texts of the findings, French and English | yes |

## Known and not yet known

| Point | State |
|---|---|

## Dependencies

\`@socle-sante/core\`: findings and errors.
`;
}
