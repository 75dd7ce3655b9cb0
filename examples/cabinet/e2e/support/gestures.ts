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

/** `31/12/1975` in the three fields of a birth date. */
export async function typeBirthDate(screen: Screen, date: string): Promise<void> {
  const { page, t } = screen;
  const [day = '', month = '', year = ''] = date.split('/');
  await page.getByRole('textbox', { name: t('lunarDateField.day') }).fill(day);
  await page.getByRole('textbox', { name: t('lunarDateField.month') }).fill(month);
  await page.getByRole('textbox', { name: t('lunarDateField.year') }).fill(year);
}

export async function searchPatient(screen: Screen, birthDate: string, name: string): Promise<void> {
  const { page, t } = screen;
  await typeBirthDate(screen, birthDate);
  await page.getByRole('textbox', { name: t('identityDuplicates.name') }).fill(name);
  await screen.button('identityDuplicates.search').click();
}

export interface TypedIdentity {
  readonly birthName: string;
  readonly firstName: string;
  readonly sex: 'F' | 'M';
  readonly birthPlace: string;
}

/** Fills the form of a new record (the birth date came from the search) and saves it. */
export async function createPatient(screen: Screen, typed: TypedIdentity): Promise<void> {
  const { page, t } = screen;
  const field = (key: string) => page.getByRole('textbox', { name: startOf(t(key)) });
  await field('identityForm.birthName').fill(typed.birthName);
  await field('identityForm.first').fill(typed.firstName);
  await page.getByRole('radio', { name: t(`insTraits.sex.${typed.sex}`) }).check();
  await page.getByRole('combobox', { name: startOf(t('communeCountryPicker.label')) }).fill(typed.birthPlace);
  await page
    .getByRole('listbox')
    .getByRole('option', { name: new RegExp(typed.birthPlace) })
    .click();
  await screen.button('identityForm.save').click();
}

/** A label followed by « (obligatoire) ». */
function startOf(label: RegExp): RegExp {
  return new RegExp(label.source.replace(/\$$/, ''));
}
