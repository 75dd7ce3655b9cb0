// Chercher et lire un document du DMP / Search and read a document of the DMP.
import { createGatewayClient } from '@socle-sante/gateway/client';
import type { DocumentRow } from '@socle-sante/gateway/contract';
import { createDemoGateway, demoPatients } from '@socle-sante/gateway/demo';
import { DmpDocumentList, DmpDocumentViewer, type SavedFilter } from '@socle-sante/react/dmp';
import { SocleProvider } from '@socle-sante/react/provider';
import { useState } from 'react';

// Sans serveur / Without a server. En production : createGatewayClient({ baseUrl: '/socle' })
const demo = createDemoGateway({ basePath: '/socle' });
const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch });

export function Documents({ patientRef = demoPatients.dominique }: { readonly patientRef?: string }) {
  const [row, setRow] = useState<DocumentRow>();
  const [version, setVersion] = useState<string>();
  const [filed, setFiled] = useState(0);
  // À garder par le produit : le kit n'écrit rien dans le navigateur / To be kept by the product.
  const [filters, setFilters] = useState<readonly SavedFilter[]>([]);
  return (
    <SocleProvider client={client} locale="fr">
      <DmpDocumentList
        patientRef={patientRef}
        onOpen={(opened) => {
          setRow(opened);
          setVersion(undefined);
        }}
        onIntegrate={({ filed }) => setFiled(filed)}
        savedFilters={filters}
        onSaveFilter={(filter) => setFilters([...filters, { ...filter, id: crypto.randomUUID() }])}
        onRemoveFilter={({ id }) => setFilters(filters.filter((one) => one.id !== id))}
      />
      {filed === 0 ? null : <p>Documents ajoutés au dossier : {filed}</p>}
      {row === undefined ? null : (
        <DmpDocumentViewer
          patientRef={patientRef}
          documentRef={version ?? row.handle}
          onVersion={setVersion}
          onIntegrate={() => setFiled(1)}
        />
      )}
    </SocleProvider>
  );
}
