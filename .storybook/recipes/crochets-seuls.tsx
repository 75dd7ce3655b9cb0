// Vos propres balises, toutes les règles / Your own markup, every rule.
import { createGatewayClient } from '@socle-sante/gateway/client';
import { createDemoGateway, demoPatients } from '@socle-sante/gateway/demo';
import { dataOf, useDmpDocuments } from '@socle-sante/react/hooks';
import { SocleProvider } from '@socle-sante/react/provider';

// Sans serveur / Without a server. En production : createGatewayClient({ baseUrl: '/socle' })
const demo = createDemoGateway({ basePath: '/socle' });
const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch });

export function PlainDocuments({ patientRef = demoPatients.dominique }: { readonly patientRef?: string }) {
  return (
    <SocleProvider client={client} locale="fr">
      <PlainList patientRef={patientRef} />
    </SocleProvider>
  );
}

function PlainList({ patientRef }: { readonly patientRef: string }) {
  const documents = useDmpDocuments({ patientRef });
  const { list, more } = documents;
  const found = dataOf(list);
  const next = found?.next;
  return (
    <>
      {/* Rien n'est demandé au DMP avant ce geste / Nothing is asked of the DMP before this gesture. */}
      <button type="button" disabled={list.status === 'loading'} onClick={() => void documents.run({ period: 'all' })}>
        Rechercher dans le DMP
      </button>
      {list.status === 'error' ? <p role="alert">{list.error.code}</p> : null}
      {list.status === 'denied' ? <p>Accès refusé : {list.reason}</p> : null}
      {found === undefined ? null : (
        <ul>
          {found.rows.map((row) => (
            <li key={row.handle}>
              {row.title}, <time dateTime={row.actStart}>{row.actStart.slice(0, 10)}</time>
              {row.filed ? ' (déjà intégré)' : ''}
            </li>
          ))}
        </ul>
      )}
      {next === undefined ? null : (
        <button type="button" onClick={() => void more.run(next)}>
          Charger la suite
        </button>
      )}
    </>
  );
}
