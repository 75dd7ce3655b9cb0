export function nodeFromRegistry(major: number): Promise<{ readonly path: string; readonly version: string }>;
