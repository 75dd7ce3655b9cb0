import type { ReactNode } from 'react';

/** Icons of the kit: 24 × 24 grid, one stroke. Always beside a text, hence hidden from assistive technology. */
const paths = {
  blocking: 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2ZM12 7.5v5M12 16h.01',
  warning: 'M12 3 21.5 19.5H2.5ZM12 10v4.5M12 17h.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.8h.01',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12.3l2.8 2.7L16 9.5',
  unknown: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.9M12 16.6h.01',
  slow: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5.2l3.2 2',
  down: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 9l6 6M15 9l-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M4.5 12.5 10 18 19.5 7',
  'double-check': 'M2.5 12.5 7 17 15.5 8M11.5 15.5 13 17 21.5 8',
  copy: 'M9 9h11v11H9ZM15 9V4H4v11h5',
  'chevron-down': 'M5.5 9l6.5 6.5L18.5 9',
  'chevron-up': 'M5.5 15l6.5-6.5 6.5 6.5',
  'chevron-right': 'M9 5.5l6.5 6.5L9 18.5',
  sort: 'M8 10l4-4 4 4M8 14l4 4 4-4',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.4 15.4 20.5 20.5',
  lock: 'M5.5 10.5h13V21h-13ZM8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5',
  unlock: 'M5.5 10.5h13V21h-13ZM8 10.5V7a4 4 0 0 1 7.6-1.6M12 14.5v2.5',
  file: 'M6 2.5h8l5 5V21.5H6ZM14 2.5v5h5',
  'file-check': 'M6 2.5h8l5 5V21.5H6ZM14 2.5v5h5M9 14.5l2.2 2.2 4-4.4',
  upload: 'M12 16V4.5M7 9l5-5 5 5M4 16v4.5h16V16',
  download: 'M12 4v11.5M7 11l5 5 5-5M4 16v4.5h16V16',
  inbox: 'M12 3v9.5M8 9l4 4 4-4M3.5 13v7h17v-7H16a4 4 0 0 1-8 0Z',
  open: 'M14 3.5h6.5V10M20.5 3.5 11 13M9 5.5H4v14.5h14.5V15',
  archive: 'M3.5 4h17v4.5h-17ZM5 8.5V20.5h14V8.5M9.5 12.5h5',
  send: 'M3.5 11.5 20.5 3.5 15 20.5l-3.5-7ZM11.5 13.5l9-10',
  pause: 'M8 5v14M16 5v14',
  print: 'M7 8.5V3h10v5.5M7 17H3.5V8.5h17V17H17M7 14h10v7H7Z',
  calendar: 'M4 5.5h16V20.5H4ZM4 10h16M8 3v4M16 3v4',
  pin: 'M12 21.5s-7-6.6-7-11.7a7 7 0 0 1 14 0c0 5.1-7 11.7-7 11.7ZM12 7.2a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2Z',
  user: 'M12 3.5a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4ZM3.8 21a8.2 8.2 0 0 1 16.4 0',
  users:
    'M9 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 9 4ZM1.8 20.5a7.2 7.2 0 0 1 14.4 0M15.5 4.3a3.8 3.8 0 0 1 0 7M18 14a7.2 7.2 0 0 1 4.2 6.5',
  eye: 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  'eye-off':
    'M4 4l16 16M9.9 5.8A9.6 9.6 0 0 1 12 5.5c6.4 0 10 6.5 10 6.5a17 17 0 0 1-3 3.7M6.3 7.6A16.6 16.6 0 0 0 2 12s3.6 6.5 10 6.5a9.6 9.6 0 0 0 4.3-1M9.9 9.9a3 3 0 0 0 4.2 4.2',
  edit: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19ZM14 6.5l3.5 3.5',
  trash: 'M4.5 6.5h15M9 6.5V3.5h6v3M6.5 6.5 7.5 21h9l1-14.5M10 10.5v6.5M14 10.5v6.5',
  plus: 'M12 4.5v15M4.5 12h15',
  refresh: 'M20 11.5a8 8 0 1 0-2.2 6M20 4.5v7h-7',
  camera: 'M3 7h4.5L9 4.5h6L16.5 7H21v12.5H3ZM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  scan: 'M3.5 8V3.5H8M16 3.5h4.5V8M20.5 16v4.5H16M8 20.5H3.5V16M7 12h10',
  card: 'M2.5 5h19v14h-19ZM2.5 9.5h19M6 15h4',
  filter: 'M3.5 5h17L14 13v6.5l-4-2V13Z',
  history: 'M4 12a8 8 0 1 0 2.4-5.7M4 4v4.5h4.5M12 7.5V12l3 2',
  shield: 'M12 2.5 4.5 5.5V11c0 5 3.2 8.6 7.5 10.5 4.3-1.9 7.5-5.5 7.5-10.5V5.5Z',
  offline:
    'M3 3l18 18M8.5 15.6a5 5 0 0 1 7 0M5 12a10 10 0 0 1 5-2.8M14.5 9.3A10 10 0 0 1 19 12M2 8.4a15 15 0 0 1 4-2.5M10 4.7A15 15 0 0 1 22 8.4M12 19.5h.01',
} as const;

export type IconName = keyof typeof paths | 'dashed-circle';

/** Every icon of the kit. */
export const iconNames = [...Object.keys(paths), 'dashed-circle'] as readonly IconName[];

/** One icon, hidden from assistive technology: the text beside it carries the meaning. */
export function Icon(props: { readonly name: IconName; readonly className?: string }): ReactNode {
  const className = props.className ? `sc-icon ${props.className}` : 'sc-icon';
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {props.name === 'dashed-circle' ? (
        <circle cx="12" cy="12" r="9" strokeDasharray="3.6 3.2" />
      ) : (
        <path d={paths[props.name]} />
      )}
    </svg>
  );
}
