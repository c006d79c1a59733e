import { DOMImplementation, XMLSerializer } from "@xmldom/xmldom";

const namespace = "http://www.w3.org/2000/svg";

/** An element of a drawing; text is escaped when it is written. */
export interface Shape {
  readonly name: "rect" | "line" | "text" | "title" | "g";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: string | readonly Shape[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Read by screen readers. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

export function rect(x: number, y: number, width: number, height: number, fill: string, tip = ""): Shape {
  const title: Shape = { name: "title", attributes: {}, content: tip };
  const attributes = { x: round(x), y: round(y), width: round(width), height: round(height), rx: 2, fill };
  return { name: "rect", attributes, content: tip === "" ? [] : [title] };
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string): Shape {
  return {
    name: "line",
    attributes: { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), stroke },
    content: [],
  };
}

export interface TextStyle {
  readonly anchor?: "start" | "end" | "middle";
  readonly bold?: boolean;
  readonly fill?: string;
}

export function text(x: number, y: number, value: string, style: TextStyle = {}): Shape {
  const { anchor = "start", bold = false, fill = colours.text } = style;
  const weight = bold ? { "font-weight": "bold" } : {};
  return {
    name: "text",
    attributes: { x: round(x), y: round(y), "text-anchor": anchor, fill, ...weight },
    content: value,
  };
}

/** Two shades that differ in grey too, on a ground of its own: the pages that show the drawing may be light or dark. */
export const colours = {
  ground: "#ffffff",
  text: "#1f2328",
  faint: "#d0d7de",
  plain: "#8c959f",
  ours: "#0969da",
  limit: "#1a7f37",
  own: "#bf8700",
} as const;

/** An SVG file. */
export function writeSvg({ width, height, title, shapes }: Drawing): string {
  const document = new DOMImplementation().createDocument(namespace, "svg", null);
  const svg = document.documentElement;
  if (svg === null) throw new Error("the drawing has no root");
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const font = { "font-family": "system-ui, sans-serif", "font-size": 12, role: "img" };
  for (const [name, value] of Object.entries({ ...size, ...font })) svg.setAttribute(name, String(value));
  const ground = rect(0, 0, width, height, colours.ground);
  const append = (parent: typeof svg, shape: Shape): void => {
    const element = document.createElementNS(namespace, shape.name);
    for (const [name, value] of Object.entries(shape.attributes)) element.setAttribute(name, String(value));
    if (typeof shape.content === "string") element.appendChild(document.createTextNode(shape.content));
    else for (const child of shape.content) append(element, child);
    parent.appendChild(element);
  };
  for (const shape of [{ name: "title", attributes: {}, content: title } as const, ground, ...shapes])
    append(svg, shape);
  return `${new XMLSerializer().serializeToString(document)}\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
