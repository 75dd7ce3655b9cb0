import type { Screen } from './screen.ts';

/** Gestures of the desk on the page of a record. */
export async function queryInsi(screen: Screen): Promise<void> {
  await screen.button('insSearchForm.submit').click();
}

/** Uses the identity that INSi gave; what differs must have been acknowledged. */
export async function acceptInsi(screen: Screen): Promise<void> {
  await screen.button('insComparison.accept').click();
  await screen.page.getByText(screen.t('insComparison.accepted')).waitFor();
}

/** « Valider l’identité » with a national identity card. */
export async function validateByCard(screen: Screen): Promise<void> {
  const { page, t, locale } = screen;
  await screen.button('identityStatusPanel.validate').click();
  const capture = page.getByRole('region', { name: t('justificatifCapture.title') });
  await capture
    .getByRole('radio', { name: locale === 'fr' ? 'Carte nationale d’identité' : 'National identity card' })
    .check();
  await capture.getByRole('checkbox', { name: t('justificatifCapture.coherent') }).check();
  await capture.getByRole('button', { name: t('justificatifCapture.submit') }).click();
}

/** Waits until the panel of the status says this one. */
export async function expectStatus(screen: Screen, status: 'PROV' | 'RECUP' | 'VALI' | 'QUAL'): Promise<void> {
  const panel = screen.page.getByRole('region', { name: screen.t('identityStatusPanel.title') });
  await panel
    .getByRole('definition')
    .getByText(screen.t(`insTraits.status.${status}`))
    .waitFor();
}
