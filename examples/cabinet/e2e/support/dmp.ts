import { readFile } from 'node:fs/promises';
import { demoPatients } from '@socle-sante/gateway/demo';
import type { Locator } from 'playwright-core';
import type { Screen } from './screen.ts';

/** An invented letter of discharge, PDF/A-1, that the repository ships. */
const LETTER = new URL('../../../../packages/cli/examples/discharge-letter.pdf', import.meta.url);

export const dmpOf = (name: keyof typeof demoPatients, page: 'dmp' | 'envoi' = 'dmp'): string =>
  `/dossier/${demoPatients[name]}/${page}`;

/** The region of a component, named by the title that it shows. */
export function region(screen: Screen, key: string): Locator {
  return screen.page.getByRole('region', { name: screen.t(key) });
}

/** A field by its label, « (obligatoire) » or not. */
export function field(screen: Screen, key: string, within: Pick<Locator, 'getByLabel'> = screen.page): Locator {
  return within.getByLabel(new RegExp(`${screen.t(key).source.replace(/\$$/, '')}( \\(.*\\))?$`));
}

/** « Ouvrir le DMP », then the first search: the documents of the last two years. */
export async function openList(screen: Screen): Promise<Locator> {
  await screen.button('dmpAccessPanel.open').click();
  const list = region(screen, 'dmpDocumentList.title');
  await list.getByRole('button', { name: screen.t('dmpDocumentList.run') }).click();
  await list.locator('.sc-docs-limit').waitFor();
  return list;
}

/** Titles of the documents in the list, in its order. */
export async function titles(list: Locator): Promise<string[]> {
  return list.locator('.sc-grid-name button, .sc-grid-card-name button').allTextContents();
}

export function rowOf(list: Locator, title: string): Locator {
  return list.getByRole('row').filter({ has: list.page().getByRole('button', { name: title, exact: true }) });
}

/** Opens a document of the list and waits for its heading. */
export async function read(screen: Screen, list: Locator, title: string): Promise<Locator> {
  await list.getByRole('button', { name: title, exact: true }).first().click();
  const viewer = screen.page.getByRole('article');
  await viewer.getByRole('heading', { name: title, exact: true }).first().waitFor();
  return viewer;
}

/** The question on the screen. What cannot be undone is an alert. */
export function dialogOf({ page }: Screen): Locator {
  return page.getByRole('dialog').or(page.getByRole('alertdialog'));
}

/** Chooses an action of the menu of a row; its confirmation, when there is one, is then on the screen. */
export async function act(screen: Screen, list: Locator, title: string, action: string): Promise<void> {
  await list.getByRole('button', { name: screen.t('dmpDocumentActions.menu', { title }) }).click();
  await screen.page.getByRole('menuitem', { name: screen.t(`dmpDocument.action.${action}`) }).click();
}

/** Confirms what {@link act} asked, and waits until the dialog is gone. */
export async function confirm(screen: Screen, action: string): Promise<void> {
  const dialog = dialogOf(screen);
  await dialog.getByRole('button', { name: screen.t(`dmpDocument.action.${action}`) }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Brings the letter as a file: the description is the next step. */
export async function bringLetter(screen: Screen): Promise<Locator> {
  const wizard = region(screen, 'dmpDepositWizard.title');
  const buffer = await readFile(LETTER);
  await wizard.locator('input[type=file]').setInputFiles({ name: 'lettre.pdf', mimeType: 'application/pdf', buffer });
  await field(screen, 'dmpDepositWizard.titleField', wizard).waitFor();
  return wizard;
}

/** Types some words of a type of document and takes it. */
export async function chooseType(screen: Screen, words: string, label: RegExp): Promise<void> {
  const { page } = screen;
  await page.getByRole('combobox', { name: screen.t('dmpDepositWizard.type') }).fill(words);
  await page.getByRole('option', { name: label }).first().click();
}

/** « Continuer », until the step of this name. */
export async function next(screen: Screen, step: string): Promise<void> {
  const { t } = screen;
  await screen.button('dmpDepositWizard.next').click();
  const name = new RegExp(t(`dmpDepositWizard.step.${step}`).source.slice(1));
  await screen.page.locator('.sc-deposit-step').getByRole('heading', { name }).waitFor();
}

/** Waits until the follow-up says « Envoyé au DMP ». */
export async function expectSent(screen: Screen): Promise<void> {
  const follow = region(screen, 'dmpDepositProgress.title');
  // Wide: the machine of the gate has two cores, a browser and other tests.
  await follow.getByText(screen.t('dmpSubmission.sentDmp')).waitFor({ timeout: 60_000 });
}

/** Deposits the letter with this title. */
export async function depositLetter(screen: Screen, title: string): Promise<void> {
  const wizard = await bringLetter(screen);
  await chooseType(screen, 'liaison sortie', /liaison/i);
  await field(screen, 'dmpDepositWizard.titleField', wizard).fill(title);
  await next(screen, 'visibility');
  await next(screen, 'check');
  await screen.button('dmpDepositWizard.send').click();
}
