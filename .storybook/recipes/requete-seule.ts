// Sans React : le client de la passerelle / Without React: the client of the gateway.
import { createGatewayClient } from '@socle-sante/gateway/client';
import { createDemoGateway, demoPatients } from '@socle-sante/gateway/demo';

// Sans serveur / Without a server. En production : createGatewayClient({ baseUrl: '/socle' })
const demo = createDemoGateway({ basePath: '/socle' });
const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch });

/** Titles of the documents of a person in the DMP, with the kind of body of the first one. */
export async function titles(patientRef = demoPatients.dominique): Promise<string[]> {
  const { kind } = await client.dmp.status({ patientRef });
  if (kind !== 'open-authorised') return [];
  const { rows } = await client.dmp.search({ patientRef, query: { period: 'all' } });
  return rows.map(({ title }) => title);
}
