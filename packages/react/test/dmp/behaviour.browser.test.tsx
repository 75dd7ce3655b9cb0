import type { DmpConsent, DmpDocument, DmpSearchOutput, Submission } from '@socle-sante/gateway/contract';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { BrisDeGlaceDialog } from '../../src/dmp/BrisDeGlaceDialog/BrisDeGlaceDialog.js';
import { brisDeGlaceDialogMessages } from '../../src/dmp/BrisDeGlaceDialog/BrisDeGlaceDialog.messages.js';
import { DepositQueue } from '../../src/dmp/DepositQueue/DepositQueue.js';
import { depositQueueMessages } from '../../src/dmp/DepositQueue/DepositQueue.messages.js';
import { dmpAccessPanelStates } from '../../src/dmp/DmpAccessPanel/DmpAccessPanel.states.js';
import { DmpConsentPanel } from '../../src/dmp/DmpConsentPanel/DmpConsentPanel.js';
import { dmpConsentPanelMessages } from '../../src/dmp/DmpConsentPanel/DmpConsentPanel.messages.js';
import { DmpDepositProgress } from '../../src/dmp/DmpDepositProgress/DmpDepositProgress.js';
import { submissionIn } from '../../src/dmp/DmpDepositProgress/DmpDepositProgress.states.js';
import { DmpDepositWizard } from '../../src/dmp/DmpDepositWizard/DmpDepositWizard.js';
import { dmpDepositWizardMessages } from '../../src/dmp/DmpDepositWizard/DmpDepositWizard.messages.js';
import { dmpDepositWizardStates } from '../../src/dmp/DmpDepositWizard/DmpDepositWizard.states.js';
import { DmpDocumentList } from '../../src/dmp/DmpDocumentList/DmpDocumentList.js';
import { dmpDocumentListMessages } from '../../src/dmp/DmpDocumentList/DmpDocumentList.messages.js';
import { DmpDocumentViewer } from '../../src/dmp/DmpDocumentViewer/DmpDocumentViewer.js';
import { dmpDocumentViewerMessages } from '../../src/dmp/DmpDocumentViewer/DmpDocumentViewer.messages.js';
import { dmpDocumentViewerStates } from '../../src/dmp/DmpDocumentViewer/DmpDocumentViewer.states.js';
import { DmpHoldCheckbox } from '../../src/dmp/DmpHoldCheckbox/DmpHoldCheckbox.js';
import { dmpHoldCheckboxMessages } from '../../src/dmp/DmpHoldCheckbox/DmpHoldCheckbox.messages.js';
import { SocleProvider } from '../../src/provider.js';
import { sampleRows } from '../../src/testing/document-rows.js';
import { type HeldClient, heldClient } from '../../src/testing/held-client.js';
import { labelsOf } from '../../src/testing/labels.js';

const at = '2026-11-21T08:42:00Z';
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const inside = (held: HeldClient, content: ReactNode): ReactNode => (
  <SocleProvider client={held.client}>{content}</SocleProvider>
);
const asked = async (held: HeldClient, path: string, times = 1): Promise<ReturnType<HeldClient['last']>> => {
  await expect.poll(() => held.calls.filter((call) => call.path === path).length).toBeGreaterThanOrEqual(times);
  return held.last(path);
};
const found = (...titles: string[]): DmpSearchOutput => ({
  at,
  missing: [],
  period: { from: '2024-11-21' },
  total: titles.length,
  rows: titles.map((title) => ({
    ...(sampleRows[0] as DmpSearchOutput['rows'][number]),
    handle: title.normalize('NFD').replace(/\W/g, ''),
    title,
  })),
});

describe('a wizard in strict mode', () => {
  it('prepares the document that the host gives', async () => {
    const held = heldClient();
    const t = labelsOf(dmpDepositWizardMessages);
    const screen = await render(
      <StrictMode>
        {inside(
          held,
          <DmpDepositWizard patientRef="p-1" mode="quick" document={{ kind: 'record', documentRef: 'd-1' }} />,
        )}
      </StrictMode>,
    );
    await asked(held, '/submission/derive');
    for (const call of held.calls) call.answer(dmpDepositWizardStates.complete);
    await expect.element(screen.getByText(t('ok'))).toBeVisible();
    expect(held.calls.filter(({ path, aborted }) => path === '/submission/derive' && !aborted)).toHaveLength(1);
  });

  it('sends once, however often it is clicked', async () => {
    const held = heldClient();
    const t = labelsOf(dmpDepositWizardMessages);
    const screen = await render(
      inside(
        held,
        <DmpDepositWizard patientRef="p-1" mode="quick" document={{ kind: 'record', documentRef: 'd-1' }} />,
      ),
    );
    (await asked(held, '/submission/derive')).answer(dmpDepositWizardStates.complete);
    const send = screen.getByRole('button', { name: t('send') });
    await expect.element(send).toBeVisible();
    const button = send.element() as HTMLButtonElement;
    button.click();
    button.click();
    await userEvent.dblClick(button, { timeout: 500 }).catch(() => undefined);
    await asked(held, '/submission/create');
    expect(held.calls.filter(({ path }) => path === '/submission/create')).toHaveLength(1);
  });

  it('forgets what was chosen for another document', async () => {
    const held = heldClient();
    const wizard = (documentRef: string) =>
      inside(held, <DmpDepositWizard patientRef="p-1" document={{ kind: 'record', documentRef }} />);
    const first = { kind: 'record', documentRef: 'd-1' } as const;
    const screen = await render(inside(held, <DmpDepositWizard patientRef="p-1" document={first} />));
    (await asked(held, '/submission/derive')).answer(dmpDepositWizardStates.complete);
    await screen.getByRole('textbox', { name: /^Titre/ }).fill('Titre du premier');
    await screen.rerender(wizard('d-2'));
    const second = await asked(held, '/submission/derive', 2);
    expect(second.body).toMatchObject({ source: { documentRef: 'd-2' }, description: {} });
  });
});

describe('another record', () => {
  it('shows nothing of the documents of the one before', async () => {
    const held = heldClient();
    const t = labelsOf(dmpDocumentListMessages);
    const screen = await render(inside(held, <DmpDocumentList patientRef="p-1" />));
    await screen.getByRole('button', { name: t('run') }).click();
    (await asked(held, '/dmp/search')).answer(found('Document de la première personne'));
    await expect.element(screen.getByText('Document de la première personne')).toBeVisible();
    await screen.rerender(inside(held, <DmpDocumentList patientRef="p-2" />));
    expect(screen.getByText('Document de la première personne').elements()).toHaveLength(0);
    await expect.element(screen.getByText(t('idle'))).toBeVisible();
  });

  it('does not take the answer that was on its way', async () => {
    const held = heldClient();
    const t = labelsOf(dmpDocumentListMessages);
    const screen = await render(inside(held, <DmpDocumentList patientRef="p-1" />));
    await screen.getByRole('button', { name: t('run') }).click();
    const late = await asked(held, '/dmp/search');
    await screen.rerender(inside(held, <DmpDocumentList patientRef="p-2" />));
    late.answer(found('Document de la première personne'));
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.getByText('Document de la première personne').elements()).toHaveLength(0);
    expect(late.aborted).toBe(true);
  });
});

describe('a list that grows', () => {
  it('leaves out the batch of a search that was replaced', async () => {
    const held = heldClient();
    const t = labelsOf(dmpDocumentListMessages);
    const screen = await render(inside(held, <DmpDocumentList patientRef="p-1" />));
    await screen.getByRole('button', { name: t('run') }).click();
    (await asked(held, '/dmp/search')).answer({ ...found('Ancien'), total: 2, next: 'cursor' });
    await expect.element(screen.getByText('Ancien')).toBeVisible();
    await screen.getByRole('button', { name: /^Charger la suite/ }).click();
    const batch = await asked(held, '/dmp/search', 2);
    await screen.getByRole('button', { name: t('run') }).click();
    (await asked(held, '/dmp/search', 3)).answer(found('Nouveau'));
    await expect.element(screen.getByText('Nouveau')).toBeVisible();
    batch.answer(found('Suite de l’ancien'));
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.getByText('Suite de l’ancien').elements()).toHaveLength(0);
    await expect.element(screen.getByText('Nouveau')).toBeVisible();
  });
});

describe('a viewer', () => {
  const made = new Set<string>();
  const types: string[] = [];
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  beforeEach(() => {
    made.clear();
    types.length = 0;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((object) => {
      const url = create(object);
      made.add(url);
      types.push(object instanceof Blob ? object.type : '');
      return url;
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
      made.delete(url);
      revoke(url);
    });
  });
  afterEach(() => vi.restoreAllMocks());

  const image = (handle: string, mediaType = 'image/jpeg'): DmpDocument => ({
    ...dmpDocumentViewerStates.text,
    row: { ...dmpDocumentViewerStates.text.row, handle },
    body: { kind: 'n1', mediaType, size: 42 },
  });
  const shown = (held: HeldClient, documentRef: string) =>
    inside(held, <DmpDocumentViewer patientRef="p-1" documentRef={documentRef} />);

  it('shows the file of the document on screen, not of the one before', async () => {
    const held = heldClient();
    const screen = await render(shown(held, 'one'));
    (await asked(held, '/dmp/document/get')).answer(image('one'));
    const late = await asked(held, '/dmp/document/bytes');
    await screen.rerender(shown(held, 'two'));
    (await asked(held, '/dmp/document/get', 2)).answer(image('two'));
    await expect.poll(() => held.last('/dmp/document/bytes').body['handle']).toBe('two');
    expect(late.aborted).toBe(true);
  });

  it('leaves no blob: address behind', async () => {
    const held = heldClient();
    const screen = await render(shown(held, 'one'));
    (await asked(held, '/dmp/document/get')).answer(image('one'));
    (await asked(held, '/dmp/document/bytes')).bytes(bytes('JPEG'), 'image/jpeg');
    await expect.poll(() => made.size).toBe(1);
    await screen.unmount();
    expect(made.size).toBe(0);
  });

  it.each([
    ['text/html', '<script>parent.hurt = true</script>'],
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['application/xml', '<x/>'],
  ])('gives no address of type %s, which a browser would run', async (mediaType, text) => {
    const held = heldClient();
    const t = labelsOf(dmpDocumentViewerMessages);
    const screen = await render(shown(held, 'one'));
    (await asked(held, '/dmp/document/get')).answer(image('one', mediaType));
    (await asked(held, '/dmp/document/bytes')).bytes(bytes(text), mediaType);
    await expect.element(screen.getByRole('button', { name: t('download') })).toBeVisible();
    expect(screen.getByRole('link').elements()).toHaveLength(0);
    expect(types).toEqual([]);
  });

  it('shows as a PDF what the document says is one, whatever the answer calls it', async () => {
    const held = heldClient();
    await render(shown(held, 'one'));
    (await asked(held, '/dmp/document/get')).answer(image('one', 'application/pdf'));
    (await asked(held, '/dmp/document/bytes')).bytes(bytes('<html><script>1</script>%PDF-1.4'), 'text/html');
    await expect.poll(() => types).toEqual(['application/pdf']);
  });
});

describe('what changes by itself', () => {
  const events = (held: HeldClient): number => held.calls.filter(({ path }) => path === '/events').length;

  it('listens to one stream, however many components do', async () => {
    const held = heldClient();
    const screen = await render(
      inside(
        held,
        <>
          {[1, 2, 3, 4, 5, 6, 7].map((n) => (
            <DmpDepositProgress key={n} submissionRef={`s-${n}`} />
          ))}
          <DepositQueue />
        </>,
      ),
    );
    await asked(held, '/submission/get', 7);
    expect(events(held)).toBe(1);
    await screen.unmount();
    await expect.poll(() => held.last('/events').aborted).toBe(true);
  });
});

describe('the focus', () => {
  const consent: DmpConsent = { consultation: 'unknown', feeding: 'ok', careTeam: true, history: [] };

  it('goes to the choices, and comes back to the gesture', async () => {
    const held = heldClient();
    const t = labelsOf(dmpConsentPanelMessages);
    const screen = await render(inside(held, <DmpConsentPanel patientRef="p-1" />));
    (await asked(held, '/dmp/consent/get')).answer(consent);
    const change = screen.getByRole('button', { name: /^Modifier le choix : Consultation/ });
    await change.click();
    await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
    await screen.getByRole('button', { name: t('cancel') }).click();
    await expect.poll(() => document.activeElement).toBe(change.element());
  });

  it('comes back to the box when a hold is given up, and forgets the reason', async () => {
    const held = heldClient();
    const t = labelsOf(dmpHoldCheckboxMessages);
    const screen = await render(inside(held, <DmpHoldCheckbox patientRef="p-1" documentRef="d-1" />));
    (await asked(held, '/record/documents')).answer({
      documents: [{ documentRef: 'd-1', title: 'CR', at, mediaType: 'application/pdf', size: 42, origin: 'own' }],
    });
    const box = screen.getByRole('checkbox', { name: t('hold') });
    await box.click();
    await screen.getByRole('textbox').fill('à la demande');
    await screen.getByRole('button', { name: t('cancel') }).click();
    await expect.poll(() => document.activeElement).toBe(box.element());
    await box.click();
    await expect.element(screen.getByRole('textbox')).toHaveValue('');
  });

  it('goes to the banner of an emergency access once it is open', async () => {
    const held = heldClient();
    const t = labelsOf(brisDeGlaceDialogMessages);
    const screen = await render(inside(held, <BrisDeGlaceDialog patientRef="p-1" />));
    const access = { ...dmpAccessPanelStates.ready, emergency: { allowed: true } };
    (await asked(held, '/dmp/access')).answer(access);
    await screen.getByRole('button', { name: t('open') }).click();
    await screen.getByRole('textbox').fill('Patient inconscient');
    await screen.getByRole('button', { name: t('confirm') }).click();
    (await asked(held, '/dmp/emergency/open')).answer({ ...access, emergency: { allowed: true, openSince: at } });
    const end = screen.getByRole('button', { name: t('end') });
    await expect.element(end).toHaveFocus();
    await end.click();
    (await asked(held, '/dmp/emergency/close')).answer(access);
    await expect.element(screen.getByRole('button', { name: t('open') })).toHaveFocus();
  });

  it('stays on a button that waits', async () => {
    const held = heldClient();
    const t = labelsOf(dmpDocumentListMessages);
    const screen = await render(inside(held, <DmpDocumentList patientRef="p-1" />));
    const button = screen.getByRole('button', { name: t('run') }).element() as HTMLButtonElement;
    button.focus();
    await userEvent.keyboard('{Enter}');
    const call = await asked(held, '/dmp/search');
    await new Promise((done) => setTimeout(done, 100));
    expect(document.activeElement).toBe(button);
    call.answer(found('Le document'));
    await expect.element(screen.getByText('Le document')).toBeVisible();
    expect(document.activeElement).toBe(button);
  });
});

describe('a queue', () => {
  it('does not mix what waits with what failed', async () => {
    const t = labelsOf(depositQueueMessages);
    const held = heldClient();
    const screen = await render(inside(held, <DepositQueue defaultFilter="failed" />));
    const stream = await asked(held, '/events');
    (await asked(held, '/submission/list')).answer({ submissions: [], paused: false, total: 0 });
    await expect.element(screen.getByText(t('emptyFailed'))).toBeVisible();
    const submission: Submission = submissionIn('queued');
    stream.bytes(bytes(`id: 1\ndata: ${JSON.stringify({ type: 'submission', submission })}\n\n`), 'text/event-stream');
    await new Promise((done) => setTimeout(done, 150));
    await expect.element(screen.getByText(t('emptyFailed'))).toBeVisible();
  });
});
