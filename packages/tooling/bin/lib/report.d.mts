export function stepLine(good: boolean, title: string, milliseconds: number): string;
