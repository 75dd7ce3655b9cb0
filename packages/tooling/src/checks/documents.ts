import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryFiles } from '../git.ts';
import { published, readWorkspace, shown } from '../workspace.ts';
import type { Problem } from './problem.ts';

/** Every published package has a README, and every relative link of a document leads somewhere. */
export function checkDocuments(root: string): Problem[] {
  const missing = published(readWorkspace(root))
    .filter((pkg) => !existsSync(join(pkg.directory, 'README.md')))
    .map((pkg) => ({ file: shown(root, pkg.directory), message: 'has no README.md' }));
  const documents = repositoryFiles(root).filter((file) => file.endsWith('.md') && existsSync(join(root, file)));
  return [...missing, ...documents.flatMap((file) => brokenLinks(root, file, readFileSync(join(root, file), 'utf8')))];
}

export function brokenLinks(root: string, file: string, text: string): Problem[] {
  let inCode = false;
  return text.split('\n').flatMap((content, index) => {
    if (/^\s*(?:```|~~~)/.test(content)) inCode = !inCode;
    if (inCode) return [];
    const links = [...content.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)].map(
      (match) => match[1] ?? '',
    );
    return links
      .filter((link) => !/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(link))
      .filter((link) => !existsSync(join(root, dirname(file), decodeURIComponent(link))))
      .map((link) => ({ file, line: index + 1, message: `the link to ${link} leads nowhere` }));
  });
}
