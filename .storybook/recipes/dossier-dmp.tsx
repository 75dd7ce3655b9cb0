// Le DMP dans le dossier d'un patient / The DMP inside a patient's record.
import { createGatewayClient } from '@socle-sante/gateway/client';
import { createDemoGateway, demoPatients } from '@socle-sante/gateway/demo';
import {
  BrisDeGlaceDialog,
  DmpAccessHistory,
  DmpAccessPanel,
  DmpConsentPanel,
  DmpNewDocuments,
  DmpSecretConnectionSwitch,
  DmpStatusIndicator,
  DmpTraceabilityNotice,
  DmpVersionAlert,
  DmpWebAccessLink,
} from '@socle-sante/react/dmp';
import { SocleProvider } from '@socle-sante/react/provider';
import { useState } from 'react';

// Sans serveur / Without a server. En production : createGatewayClient({ baseUrl: '/socle' })
const demo = createDemoGateway({ basePath: '/socle' });
const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch });

export function Record({ patientRef = demoPatients.dominique }: { readonly patientRef?: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <SocleProvider client={client} locale="fr">
      {/* Par utilisateur, à la connexion : dessiné seulement s'il est dû / Per user, drawn only when due. */}
      <DmpTraceabilityNotice />
      <DmpStatusIndicator patientRef={patientRef} />
      <DmpVersionAlert patientRef={patientRef} />
      <DmpNewDocuments patientRef={patientRef} onOpen={() => setOpened(true)} />
      <DmpConsentPanel patientRef={patientRef} />
      <DmpAccessPanel patientRef={patientRef} onOpen={() => setOpened(true)} />
      <BrisDeGlaceDialog patientRef={patientRef} onOpened={() => setOpened(true)} />
      {/* Mineurs seulement, si le serveur le dit / Minors only, when the server says so. */}
      <DmpSecretConnectionSwitch patientRef={patientRef} />
      <DmpWebAccessLink patientRef={patientRef} />
      {opened ? <DmpAccessHistory patientRef={patientRef} /> : null}
    </SocleProvider>
  );
}
