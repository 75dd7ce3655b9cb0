// Déposer un document et suivre l'envoi / Deposit a document and follow it.
import { createGatewayClient } from '@socle-sante/gateway/client';
import { createDemoGateway, demoPatients } from '@socle-sante/gateway/demo';
import { DepositQueue, DmpDepositProgress, DmpDepositWizard, DmpHoldCheckbox } from '@socle-sante/react/dmp';
import { SocleProvider } from '@socle-sante/react/provider';
import { useState } from 'react';

// Sans serveur / Without a server. En production : createGatewayClient({ baseUrl: '/socle' })
const demo = createDemoGateway({ basePath: '/socle' });
const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch });

export function Deposit({ patientRef = demoPatients.dominique }: { readonly patientRef?: string }) {
  const [sent, setSent] = useState<string>();
  // La clé du document dans votre dossier / The key of the document in your record.
  const documentRef = 'd-0002';
  return (
    <SocleProvider client={client} locale="fr">
      {/* Pour chaque document, jamais coché d'avance / For each document, never ticked beforehand. */}
      <DmpHoldCheckbox patientRef={patientRef} documentRef={documentRef} />
      <DmpDepositWizard
        patientRef={patientRef}
        document={{ kind: 'record', documentRef }}
        mode="quick"
        onSent={({ ref }) => setSent(ref)}
      />
      {/* Ailleurs dans le produit : l'envoi continue sans cet écran / Elsewhere: the sending goes on without this screen. */}
      {sent === undefined ? null : <DmpDepositProgress submissionRef={sent} />}
      <DepositQueue patientRef={patientRef} />
    </SocleProvider>
  );
}
