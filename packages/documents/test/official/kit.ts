import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of the temporary files, emptied by `remove`. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'socle-official-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes files by their paths under a folder. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const STRUC_MIN = 'schematrons/profils/structurationMinimale';

/** A schema around some rules. */
export function schema(patterns: string): string {
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="cda" uri="urn:hl7-org:v3"/>${patterns}</schema>`;
}

/** A kit of our own, laid out as the official one: a header, two models of which one cannot be compiled, a small XML schema. */
export const OWN_KIT: Readonly<Record<string, string>> = {
  [`${STRUC_MIN}/ASIP-STRUCT-MIN-StrucMin.sch`]: schema(`<pattern id="header"><rule context="/cda:ClinicalDocument">
    <assert test="cda:title" role="error">The title of <value-of select="cda:code/@code"/> is missing.</assert>
    <assert test="cda:code/@code = doc('include/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml')/*/valueSet/conceptList/concept/@code"
      >The code <value-of select="cda:code/@code"/> is not in the list.</assert>
    <report test="cda:code/@nullFlavor" role="warning">No code.</report>
  </rule></pattern>`),
  'schematrons/CI-SIS_BIO-CR-BIO_2021.01.sch': schema(
    '<pattern><rule context="cda:ClinicalDocument"><assert test="xs:integer(cda:versionNumber/@value) gt 0">v</assert></rule></pattern>',
  ),
  'schematrons/CI-SIS_BIO-CR-BIO_2024.01.sch': schema(
    '<pattern><rule context="cda:ClinicalDocument"><assert test="unknown-function(.)">v</assert></rule></pattern>',
  ),
  'jeuxDeValeurs/JDV_J07_XdsTypeCode_CISIS.xml': `<RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008"><ValueSet><ConceptList>
    <Concept code="11502-2" codeSystem="2.16.840.1.113883.6.1" displayName="CR &lt;bio&gt;"/></ConceptList></ValueSet></RetrieveValueSetResponse>`,
  'infrastructure/cda/CDA_extended.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:hl7-org:v3" xmlns="urn:hl7-org:v3" elementFormDefault="qualified">
    <xs:include schemaLocation="types/Own.xsd"/><xs:element name="ClinicalDocument" type="Document"/></xs:schema>`,
  'infrastructure/cda/types/own.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:hl7-org:v3" xmlns="urn:hl7-org:v3" elementFormDefault="qualified">
    <xs:complexType name="Part"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="root"/><xs:attribute name="extension"/><xs:attribute name="code"/>
      <xs:attribute name="nullFlavor"/><xs:attribute name="value" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>
    <xs:simpleType name="Digits"><xs:restriction base="xs:string"><xs:pattern value="[0-9]+"/></xs:restriction></xs:simpleType>
    <xs:complexType name="Document"><xs:sequence>
      <xs:element name="templateId" type="Part" maxOccurs="unbounded"/><xs:element name="code" type="Part"/><xs:element name="title" type="xs:string" minOccurs="0"/>
      <xs:element name="effectiveTime"><xs:complexType><xs:attribute name="value" type="Digits"/></xs:complexType></xs:element>
      <xs:element name="versionNumber" type="Part"/>
    </xs:sequence></xs:complexType></xs:schema>`,
};

/** What differs between the documents of {@link ownDocument}. */
export interface OwnDocument {
  readonly title?: string;
  readonly code?: string;
  readonly effectiveTime?: string;
  readonly version?: string;
  readonly model?: string;
}

/** A document for {@link OWN_KIT}, nothing more. */
export function ownDocument(parts: OwnDocument = {}): Uint8Array {
  const { title = '<title>T</title>', code = '11502-2', effectiveTime = '20220101', version = '1', model = '' } = parts;
  return new TextEncoder().encode(
    `<ClinicalDocument xmlns="urn:hl7-org:v3"><templateId root="1.2.250.1.213.1.1.1.1"/>${model}<code code="${code}"/>${title}\n<effectiveTime value="${effectiveTime}"/><versionNumber value="${version}"/></ClinicalDocument>`,
  );
}
