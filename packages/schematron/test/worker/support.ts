import { compileSchema, memoryLoader, readSchema } from '../../src/compile.js';
import type { CompiledPack } from '../../src/index.js';

/** Rules on an invented vocabulary: an item has a code that a list knows, and a price. */
export const RULES = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <ns prefix="o" uri="urn:order"/>
  <ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
  <let name="codes" value="document('codes.xml')/codes"/>
  <phase id="prices"><active pattern="price"/></phase>
  <pattern id="price">
    <rule context="o:item"><assert test="@price castable as xs:decimal" role="error">No price: <value-of select="@code"/></assert></rule>
  </pattern>
  <pattern id="code">
    <rule context="o:item"><assert test="@code = $codes/code" role="warning">Unknown code: <value-of select="@code"/></assert></rule>
  </pattern>
</schema>`;

export const CODES = '<codes><code>A1</code><code>A2</code></codes>';

export function compiledRules(): CompiledPack {
  const loader = memoryLoader({ 'order.sch': RULES });
  return compileSchema(readSchema('order.sch', loader));
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An order of `count` items, one in ten without a price. */
export function order(count: number): Uint8Array {
  const items = Array.from(
    { length: count },
    (_, index) => `<item code="A${1 + (index % 2)}"${index % 10 === 9 ? '' : ` price="${index}"`}/>`,
  );
  return bytesOf(`<order xmlns="urn:order">\n${items.join('\n')}\n</order>`);
}
