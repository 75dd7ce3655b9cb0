import type { SchematronFinding, SchematronVerdict } from '../pack.js';
import type { CompiledRule } from './compiled.js';
import type { Pack } from './pack.js';

const SVRL = 'http://purl.oclc.org/dsdl/svrl';

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * The verdict as SVRL (ISO/IEC 19757-3 Annex D). Rules that fired are all there when the validation kept them (`keepFirings`); else
 * only those that found something. What could not be evaluated is said in `svrl:text`. Characters that XML cannot hold become U+FFFD.
 */
export function toSvrl(verdict: SchematronVerdict, pack: Pack): string {
  const { manifest } = pack;
  const phase = verdict.phase === '#ALL' ? undefined : verdict.phase;
  const { title, schemaVersion } = manifest;
  const out: string[] = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svrl:schematron-output xmlns:svrl="${SVRL}"${attributes({ title, phase, schemaVersion })}>`,
  ];
  for (const { pattern, expression, message, location } of verdict.faults) {
    out.push(`  ${element('text', {}, `${pattern}: ${expression}: ${message} (${location})`)}`);
  }
  for (const [prefix, uri] of Object.entries(manifest.namespaces)) {
    if (prefix !== 'xml') out.push(`  <svrl:ns-prefix-in-attribute-values${attributes({ uri, prefix })}/>`);
  }
  for (const [rank, { key, id, title: name }] of manifest.patterns.entries()) {
    if (!verdict.fired.has(key)) continue;
    out.push(`  <svrl:active-pattern${attributes({ id, name })}/>`);
    for (const { rule, findings } of firedRules(verdict, pack, rank)) {
      out.push(`  <svrl:fired-rule${attributes(ruleAttributes(rule))}/>`);
      for (const finding of findings) out.push(...findingLines(finding));
    }
  }
  out.push('</svrl:schematron-output>', '');
  return out.join('\n');
}

interface Fired {
  readonly rule: CompiledRule | undefined;
  readonly findings: readonly SchematronFinding[];
}

function firedRules(verdict: SchematronVerdict, pack: Pack, rank: number): readonly Fired[] {
  const rules = pack.rules(rank);
  const kept = verdict.firings.filter(({ pattern }) => pattern === rank);
  if (kept.length > 0) return kept.map(({ rule, findings }) => ({ rule: rules[rule], findings }));
  const key = pack.manifest.patterns[rank]?.key;
  return verdict.findings
    .filter(({ pattern }) => pattern === key)
    .map((finding) => ({
      rule: rules.find(({ id, context }) => (id ?? context) === finding.rule),
      findings: [finding],
    }));
}

function ruleAttributes(rule: CompiledRule | undefined): Attributes {
  return { id: rule?.id, context: rule?.context ?? '', role: rule?.role, flag: rule?.flag, see: rule?.see };
}

function findingLines(finding: SchematronFinding): readonly string[] {
  const name = finding.kind === 'assert' ? 'failed-assert' : 'successful-report';
  const { id, test, role, flag, see, xpath } = finding;
  return [
    `  <svrl:${name}${attributes({ location: xpath, test, id, role, flag, see })}>`,
    ...finding.diagnostics.map((each) => `    ${element('diagnostic-reference', { diagnostic: each.id }, each.text)}`),
    ...finding.properties.map((each) => `    ${element('property-reference', { property: each.id }, each.text)}`),
    `    ${element('text', {}, finding.text)}`,
    `  </svrl:${name}>`,
  ];
}

function element(name: string, own: Attributes, text: string): string {
  return `<svrl:${name}${attributes(own)}>${escaped(text)}</svrl:${name}>`;
}

function attributes(own: Attributes): string {
  return Object.entries(own)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`]))
    .join('');
}

// What XML 1.0 excludes (§2.2), halves of pairs among them.
const EXCLUDED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function escaped(text: string): string {
  return text
    .replace(EXCLUDED, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
