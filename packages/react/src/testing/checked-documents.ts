/** Invented documents for the screens that check one: nobody in them exists. */
export function checkedDocument(options: { readonly good: boolean; readonly sections?: number }): string {
  const { good, sections = 1 } = options;
  const section = good
    ? '<section><code code="29545-1" displayName="Examen physique"/><title>Examen</title><text>Inventé.</text></section>'
    : '<section><code code="29545-1"/><title>Examen</title></section>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
  <id root="1.2.250.1.999.1.1.8121.1.900"/>
  <code code="11488-4" displayName="Compte rendu de consultation"/>
  <title>${good ? 'Compte rendu de consultation' : ' '}</title>
  <effectiveTime value="${good ? '20260115093000+0100' : '20260115'}"/>
  <languageCode code="fr-FR"/>
  <recordTarget><patientRole><telecom value="${good ? 'tel:' : ''}0102030405"/></patientRole></recordTarget>
  <author><time value="20260115092000+0100"/></author>
  <component><structuredBody>
${`    <component>${section}</component>\n`.repeat(sections)}  </structuredBody></component>
</ClinicalDocument>
`;
}
