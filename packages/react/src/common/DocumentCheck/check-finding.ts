import { type Finding, finding, type Locale, type Severity } from '@socle-sante/core/finding';
import type { SchematronFinding } from '@socle-sante/schematron/worker';
import type { CheckPack } from './useDocumentCheck.js';

/** ISO Schematron leaves roles to the author: `error` or none is a failure, `warning` and `info` (`information`, `hint`) are not. */
function severityOf({ role }: SchematronFinding): Severity {
  const word = role?.trim().toLowerCase() ?? '';
  if (word === 'warning' || word === 'warn') return 'warning';
  return word === 'info' || word === 'information' || word === 'hint' ? 'info' : 'error';
}

/**
 * What a rule found, in the shape of every other finding. A diagnostic whose id ends with `-fr` or `-en` is the message in that
 * language (ISO/IEC 19757-3 §5.4.4: diagnostics are where other languages go).
 */
export function checkFinding(found: SchematronFinding, pack: CheckPack, locale: Locale): Finding {
  const translated = found.diagnostics.find(({ id }) => id.toLowerCase().endsWith(`-${locale}`));
  const made = finding(
    `${pack.layer === 'official' ? 'official' : 'rules'}.${found.kind}`,
    severityOf(found),
    [],
    {
      message: translated?.text ?? found.text,
      pack: pack.label[locale],
      pattern: found.pattern,
      ...(found.id === undefined ? {} : { id: found.id }),
    },
    { document: pack.source ?? pack.label[locale] },
  );
  const place = found.line > 0 ? { line: found.line, column: found.column } : {};
  return { ...made, wire: { pointer: found.location, ...place } };
}
