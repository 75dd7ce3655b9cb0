import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import ts from 'typescript';
import { BROWSER_ENTRIES, BROWSER_LIBRARIES } from '../floors.ts';
import { moduleReferences } from '../imports.ts';
import { codeEntries, entrySource, readWorkspace, shown, type WorkspacePackage } from '../workspace.ts';
import { libraryName, resolveRelative, workspaceTarget } from './layering.ts';
import type { Problem } from './problem.ts';

/**
 * Follows every entry that a browser may load, file by file: it must reach no Node built-in, no Node global, no library that is
 * not known to run in a browser, and of our own packages only entries that promise the same.
 */
export function checkBrowserEntries(root: string): Problem[] {
  const packages = readWorkspace(root);
  return packages.flatMap((pkg) =>
    browserEntries(pkg).flatMap((entry) => {
      const source = entrySource(pkg, entry);
      const file = shown(root, pkg.directory);
      if (source === undefined) return [{ file, message: `entry ${entry} has no source file under src` }];
      return walk(root, packages, source);
    }),
  );
}

/** The entries of a package that a browser may load. */
export function browserEntries(pkg: WorkspacePackage): readonly string[] {
  const entries = pkg.example ? undefined : BROWSER_ENTRIES[pkg.shortName];
  return entries === 'all' ? codeEntries(pkg.manifest) : (entries ?? []);
}

function walk(root: string, packages: readonly WorkspacePackage[], start: string): Problem[] {
  const problems: Problem[] = [];
  const reachedFrom = new Map<string, string | undefined>([[start, undefined]]);
  // A Map keeps the order of insertion and may grow while it is read: this is the queue too.
  for (const file of reachedFrom.keys()) {
    const source = readFileSync(file, 'utf8');
    const chain = way(root, reachedFrom, file);
    for (const reference of moduleReferences(file, source)) {
      if (reference.typeOnly) continue;
      const next = reference.specifier.startsWith('.') ? resolveRelative(file, reference.specifier) : undefined;
      if (next !== undefined && !reachedFrom.has(next)) reachedFrom.set(next, file);
      const message = notForBrowsers(packages, reference.specifier);
      if (message !== undefined)
        problems.push({ file: shown(root, file), line: reference.line, message: `${message} (${chain})` });
    }
    for (const { name, line } of nodeGlobals(file, source)) {
      problems.push({
        file: shown(root, file),
        line,
        message: `the Node global ${name} is reached from a browser entry (${chain})`,
      });
    }
  }
  return problems;
}

function notForBrowsers(packages: readonly WorkspacePackage[], specifier: string): string | undefined {
  if (specifier.startsWith('.')) return undefined;
  if (isBuiltin(specifier)) return `${specifier} is a Node built-in, reached from a browser entry`;
  const target = workspaceTarget(specifier);
  if (target === undefined) {
    return BROWSER_LIBRARIES.includes(libraryName(specifier))
      ? undefined
      : `${specifier} is not a library known to run in a browser`;
  }
  const pkg = packages.find((candidate) => !candidate.example && candidate.shortName === target.name);
  if (pkg === undefined || browserEntries(pkg).includes(target.entry)) return undefined;
  return `${specifier} is not a browser entry, and is reached from one`;
}

function way(root: string, reachedFrom: ReadonlyMap<string, string | undefined>, file: string): string {
  const steps: string[] = [];
  for (let at: string | undefined = file; at !== undefined; at = reachedFrom.get(at)) steps.unshift(shown(root, at));
  return steps.join(' → ');
}

const NODE_GLOBALS = new Set(['Buffer', 'process', 'require', '__dirname', '__filename', 'setImmediate', 'global']);

function nodeGlobals(fileName: string, source: string): { name: string; line: number }[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true);
  const used = new Map<string, number>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && NODE_GLOBALS.has(node.text)) {
      if (isDeclaredBy(node)) declared.add(node.text);
      else if (!isMemberName(node) && !used.has(node.text)) {
        used.set(node.text, file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].filter(([name]) => !declared.has(name)).map(([name, line]) => ({ name, line }));
}

function isDeclaredBy(node: ts.Identifier): boolean {
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isBindingElement(parent);
  return (declares && parent.name === node) || ts.isImportSpecifier(parent);
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isJsxAttribute(parent);
  return named && parent.name === node;
}
