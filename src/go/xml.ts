import { DOMImplementation, type Element, XMLSerializer } from "@xmldom/xmldom";

/** Makes and writes elements of one kind of document. What XML 1.0 cannot hold, such as NUL, ESC and half a surrogate pair, becomes U+FFFD, and so do bidirectional overrides. */
export interface Xml {
  /** `content`: a text, even an empty one, gives the element an end tag of its own. */
  element(name: string, attributes: Attributes, content?: string | readonly Element[] | null): Element;
  write(element: Element): string;
  /** Its start tag alone, for what is written in pieces. */
  start(element: Element): string;
}

export type Attributes = Readonly<Record<string, string | number>>;

export function createXml(): Xml {
  const document = new DOMImplementation().createDocument(null, "root", null);
  const serializer = new XMLSerializer();
  const write: Xml["write"] = (element) => serializer.serializeToString(element);
  return {
    element: (name, attributes, content = null) => {
      const created = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, oneLine(String(value)));
      if (typeof content === "string") created.appendChild(document.createTextNode(held(content)));
      else for (const child of content ?? []) created.appendChild(child);
      return created;
    },
    write,
    start: (element) => write(element).replace(/\/>$/, ">"),
  };
}

/** Line ends and tabs in attributes are read back as spaces by many: one space says the same. */
function oneLine(value: string): string {
  return unchanged.test(value) ? value : held(value).trim().replace(/\s+/g, " ");
}

/** Most names, paths and numbers: to see that nothing has to go takes a fifth of the time. */
const unchanged = /^[!-~]*$/;

/** What XML can hold, without what turns the order of characters around; a carriage return is a line end. */
function held(value: string): string {
  return value
    .replace(/\r\n?/g, "\n")
    .replace(
      /[^\t\n\u{20}-\u{2029}\u{202F}-\u{2065}\u{206A}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
      "\uFFFD",
    );
}
