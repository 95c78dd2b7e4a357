/** Paints a text for a terminal. */
export type Paint = (text: string) => string;

/** The few colours that the commands use; each leaves the text alone where colours are off. */
export interface Painter {
  bold: Paint;
  dim: Paint;
  red: Paint;
  yellow: Paint;
}

/** Makes the colours, or plain text where they are not wanted. */
export function createPainter(colours: boolean): Painter {
  const paint = (open: number, close: number): Paint =>
    colours ? (text) => `\u001b[${open}m${text}\u001b[${close}m` : (text) => text;
  return { bold: paint(1, 22), dim: paint(2, 22), red: paint(31, 39), yellow: paint(33, 39) };
}
