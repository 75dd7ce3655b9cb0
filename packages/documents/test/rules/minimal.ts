const PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1>>]/Metadata 3 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj',
  '3 0 obj<</Type/Metadata/Subtype/XML/Length 90>>stream',
  '<rdf:Description pdfaid:part="1" pdfaid:conformance="B" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"/>',
  'endstream endobj',
  'xref\n0 1\n0000000000 65535 f ',
  'trailer<</Root 1 0 R/Size 4/ID[<00><00>]>>',
  'startxref\n400\n%%EOF\n',
].join('\n');

/** A short unstructured document that has nothing wrong; the patient is an official test identity, the rest is invented. */
export const MINIMAL = `<ClinicalDocument xmlns="urn:hl7-org:v3">
  <realmCode code="FR"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.2.8.2.1"/>
  <templateId root="1.2.250.1.213.1.1.1.1"/>
  <templateId root="1.3.6.1.4.1.19376.1.2.20"/>
  <id root="2.999.7.1.20260115.42"/>
  <code code="11488-4" displayName="CR ou fiche de consultation ou de visite" codeSystem="2.16.840.1.113883.6.1"/>
  <title>Compte rendu de consultation</title>
  <effectiveTime value="20260115101500+0100"/>
  <confidentialityCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.25"/>
  <languageCode code="fr-FR"/>
  <setId root="2.999.7.1.20260115"/>
  <versionNumber value="1"/>
  <recordTarget><patientRole>
    <id root="1.2.250.1.213.1.4.10" extension="275126322074974"/>
    <addr nullFlavor="NASK"/><telecom nullFlavor="NASK"/>
    <patient>
      <name><given>ZOE</given><given qualifier="BR">ZOE</given><family qualifier="BR">ADRUN</family></name>
      <administrativeGenderCode code="F" displayName="Féminin" codeSystem="2.16.840.1.113883.5.1"/>
      <birthTime value="19751231"/>
      <birthplace><place><addr><county>63220</county></addr></place></birthplace>
    </patient>
  </patientRole></recordTarget>
  <author><time value="20260115101500+0100"/><assignedAuthor>
    <id root="1.2.250.1.71.4.2.1" extension="899900000017"/>
    <code code="G15_10/SM54" displayName="Médecin - Médecine générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>
    <assignedPerson><name><prefix>MME</prefix><given>Lise</given><family>EXEMPLE</family><suffix>DR</suffix></name></assignedPerson>
    <representedOrganization><id root="1.2.250.1.71.4.2.2" extension="1750000001"/><name>CABINET FICTIF</name></representedOrganization>
  </assignedAuthor></author>
  <custodian><assignedCustodian><representedCustodianOrganization>
    <id root="1.2.250.1.71.4.2.2" extension="1750000001"/><name>CABINET FICTIF</name>
  </representedCustodianOrganization></assignedCustodian></custodian>
  <legalAuthenticator><time value="20260115101500+0100"/><signatureCode code="S"/><assignedEntity>
    <id root="1.2.250.1.71.4.2.1" extension="899900000017"/>
    <assignedPerson><name><given>Lise</given><family>EXEMPLE</family></name></assignedPerson>
  </assignedEntity></legalAuthenticator>
  <documentationOf><serviceEvent>
    <effectiveTime><low value="20260115100000+0100"/></effectiveTime>
    <performer typeCode="PRF"><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="899900000017"/>
      <representedOrganization><id root="1.2.250.1.71.4.2.2" extension="1750000001"/>
        <standardIndustryClassCode code="AMBULATOIRE" displayName="Ambulatoire" codeSystem="1.2.250.1.213.1.1.4.9"/>
      </representedOrganization></assignedEntity></performer>
  </serviceEvent></documentationOf>
  <componentOf><encompassingEncounter>
    <effectiveTime><low value="20260115100000+0100"/></effectiveTime>
    <location><healthCareFacility><code code="SA07" displayName="Cabinet individuel" codeSystem="1.2.250.1.71.4.2.4"/></healthCareFacility></location>
  </encompassingEncounter></componentOf>
  <component><nonXMLBody><text mediaType="application/pdf" representation="B64">${btoa(PDF)}</text></nonXMLBody></component>
</ClinicalDocument>`;

/** The same with one change; the change must be possible. */
export function minimalWith(find: string, replaceWith: string): string {
  if (!MINIMAL.includes(find)) throw new Error(`not in the document: ${find}`);
  return MINIMAL.replace(find, () => replaceWith);
}
