import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { currentDemo } from '../../testing/demo.js';
import { labelsOf } from '../../testing/labels.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { InsDatamatrixScanner } from './InsDatamatrixScanner.js';
import { insDatamatrixScannerMessages } from './InsDatamatrixScanner.messages.js';
import { insDatamatrixScannerStates as states } from './InsDatamatrixScanner.states.js';

const t = labelsOf(insDatamatrixScannerMessages);
const traits = labelsOf(traitsMessages);
const head = `IS01${'0'.repeat(22)}`;
/** An official test identity (ADRUN ZOE), with the test OID. */
const code = (gs = '\u001D') =>
  `${head}S1275126322074974S21.2.250.1.213.1.4.10S3ZOE${gs}S4ADRUN${gs}S5FS631-12-1975S763220`;

const meta = {
  title: 'INS/InsDatamatrixScanner',
  component: InsDatamatrixScanner,
  args: { ...states.idle, wasmUrl, onScan: fn(), onEvent: fn() },
} satisfies Meta<typeof InsDatamatrixScanner>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A hand scanner set to a US keyboard, on a computer whose keyboard is AZERTY: `event.key` is wrong, `event.code` is right. */
function typeOnAzerty(target: Element, text: string): void {
  const azerty: Readonly<Record<string, string>> = { a: 'q', q: 'a', z: 'w', w: 'z', m: ',' };
  const digitKeys = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç'];
  const send = (key: string, codeName: string, shiftKey = false, ctrlKey = false): void => {
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: codeName, shiftKey, ctrlKey, bubbles: true, cancelable: true }),
    );
  };
  for (const character of text) {
    const lower = character.toLowerCase();
    if (/[A-Z]/.test(character)) send((azerty[lower] ?? lower).toUpperCase(), `Key${character}`, true);
    else if (/\d/.test(character)) send(digitKeys[Number(character)] ?? '', `Digit${character}`);
    else if (character === '.') send(':', 'Period');
    else if (character === '-') send(')', 'Minus');
    else if (character === ' ') send(' ', 'Space');
    else if (character === '\u001D') send('$', 'BracketRight', false, true);
  }
  send('Enter', 'Enter');
}

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const before = performance.getEntriesByType('resource').length;
    // Three ways; nothing starts by itself.
    for (const way of ['wedge', 'camera', 'file'] as const)
      await expect(canvas.getByRole('button', { name: t(way) })).toBeEnabled();
    await userEvent.click(canvas.getByRole('button', { name: t('wedge') }));
    const field = canvas.getByRole('textbox', { name: t('field') });
    await waitFor(() => expect(field).toHaveFocus());
    typeOnAzerty(field, code());
    // Read as the right identity, and still provisional: there is no way to qualify from here.
    const found = await canvas.findByRole('group', { name: t('result') });
    await expect(within(found).getByText('ADRUN')).toBeVisible();
    await expect(within(found).getByText('31/12/1975')).toBeVisible();
    await expect(within(found).getByText(t('status'))).toBeVisible();
    await expect(within(found).getAllByRole('button')).toHaveLength(1);
    await expect(args.onScan).toHaveBeenCalledWith(expect.objectContaining({ status: 'PROV' }));
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'ins.datamatrix.scanned' }));
    await expect(found).toHaveTextContent('•••');
    const live = canvasElement.querySelector('[data-sc-live="polite"]');
    await waitFor(() => expect(live).toHaveTextContent(/Code lu\s: ADRUN ZOE/), { timeout: 3000 });
    // Nothing was asked to another origin.
    const asked = performance.getEntriesByType('resource').slice(before);
    await expect(asked.filter((entry) => new URL(entry.name).origin !== location.origin)).toEqual([]);
    await userEvent.click(within(found).getByRole('button', { name: t('again') }));
    await expect(canvas.getByRole('button', { name: t('camera') })).toBeVisible();
  },
};
export const Idle: Story = {};
/** The page has the focus, not the field: a burst is read all the same, and does not press the button. */
export const Elsewhere: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('wedge') }));
    const button = canvas.getByRole('button', { name: t('wedge') });
    button.focus();
    typeOnAzerty(button, code());
    await canvas.findByText('ADRUN');
    await expect(args.onScan).toHaveBeenCalledOnce();
  },
};
/** Another text field of the page is never listened to; nor is somebody who types. */
export const NotListened: Story = {
  render: (args) => (
    <div className="sc-stack">
      <label className="sc-field-label">
        Autre champ
        <input className="sc-input sc-focusable" />
      </label>
      <InsDatamatrixScanner {...args} />
    </div>
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('wedge') }));
    const other = canvas.getByRole('textbox', { name: 'Autre champ' });
    other.focus();
    typeOnAzerty(other, code());
    await userEvent.type(other, 'DUPONT');
    await expect(other).toHaveValue('DUPONT');
    await new Promise((done) => setTimeout(done, 300));
    await expect(args.onScan).not.toHaveBeenCalled();
    await expect(currentDemo().ports.audit.entries).toHaveLength(0);
  },
};
/** A separator that the scanner sends in its own way. */
export const Pasted: Story = {
  args: { gsAliases: ['~029'] },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('wedge') }));
    const field = canvas.getByRole('textbox', { name: t('field') });
    await userEvent.click(field);
    await userEvent.paste(code('~029'));
    await userEvent.click(canvas.getByRole('button', { name: t('read') }));
    await canvas.findByText('ADRUN');
    await expect(args.onScan).toHaveBeenCalledOnce();
  },
};
const paste = (text: string, after: (canvas: ReturnType<typeof within>) => Promise<void>): Story['play'] => {
  return async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: t('wedge') }));
    await userEvent.click(canvas.getByRole('textbox', { name: t('field') }));
    await userEvent.paste(text);
    await userEvent.click(canvas.getByRole('button', { name: t('read') }));
    await after(canvas);
    await expect(args.onScan).not.toHaveBeenCalled();
  };
};
export const NotIns: Story = {
  play: paste('0134009300000000', async (canvas) => {
    await expect(await canvas.findByText(t('notIns'))).toBeVisible();
  }),
};
export const TestInProduction: Story = {
  parameters: { scenario: 'production' },
  play: paste(code(), async (canvas) => {
    await expect(await canvas.findByText(t('test'))).toBeVisible();
    await expect(canvas.queryByText('ADRUN')).toBeNull();
  }),
};
export const WrongKey: Story = {
  play: paste(code().replace('74974S2', '74975S2'), async (canvas) => {
    await expect(await canvas.findByText(t('refused'))).toBeVisible();
  }),
};
export const CameraDenied: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const { getUserMedia } = navigator.mediaDevices;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    try {
      await userEvent.click(canvas.getByRole('button', { name: t('camera') }));
      await expect(await canvas.findByText(t('denied'))).toBeVisible();
    } finally {
      navigator.mediaDevices.getUserMedia = getUserMedia;
    }
    // The other ways are still there.
    await expect(canvas.getByRole('button', { name: t('wedge') })).toBeEnabled();
  },
};
export const CameraSearching: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const picture = document.createElement('canvas');
    picture.width = 320;
    picture.height = 240;
    picture.getContext('2d')?.fillRect(0, 0, 320, 240);
    const { getUserMedia } = navigator.mediaDevices;
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(picture.captureStream(5));
    try {
      await userEvent.click(canvas.getByRole('button', { name: t('camera') }));
      await expect(await canvas.findByText(t('aim'))).toBeVisible();
      await expect(canvas.getByRole('button', { name: t('stopCamera') })).toBeVisible();
    } finally {
      navigator.mediaDevices.getUserMedia = getUserMedia;
    }
  },
};
export const WedgeOnly: Story = { args: states.wedgeOnly };
/** Without the vendor's own copy of the reader, nothing is fetched from anywhere: only the hand scanner is left. */
export const NoReader: Story = {
  args: { sources: ['camera', 'file'] },
  render: ({ wasmUrl: _, ...args }) => <InsDatamatrixScanner {...args} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: t('camera') })).toBeDisabled();
    await expect(canvas.getByText(t('noReader'))).toBeVisible();
    // The camera is never the only way.
    await expect(canvas.getByRole('button', { name: t('wedge') })).toBeEnabled();
  },
};
const read: Story['play'] = async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  const buttons = canvas.getAllByRole('button');
  if (buttons[0]) await userEvent.click(buttons[0]);
  const field = canvas.getByRole('textbox');
  typeOnAzerty(field, code());
  await canvas.findByText('ADRUN');
};
export const Found: Story = {
  play: async (context) => {
    await read(context);
    await expect(within(context.canvasElement).getByText(traits('birthName'))).toBeVisible();
  },
};
export const Listening: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: t('wedge') }));
  },
};
export const Longest: Story = { globals: { locale: 'long' }, play: read };
export const Clinical: Story = { globals: { density: 'clinical' }, play: read };
export const Mobile: Story = { globals: { viewport: { value: 'w320' } }, play: read };
export const English: Story = { globals: { locale: 'en' }, play: read };
export const Dark: Story = { globals: { theme: 'dark' }, play: read };
