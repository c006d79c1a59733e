import { type JSX, render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatDuration, formatPercent } from "../../text/format.ts";
import { blockIds, type PageOverview } from "../data.ts";
import { type Route, routeTo, type View } from "../route.ts";
import { readBlock } from "./blocks.tsx";
import { CoverageView } from "./coverage.tsx";
import { FileView } from "./file.tsx";
import { keys, useKeys } from "./keys.tsx";
import { LogsView } from "./logs.tsx";
import { go, useRoute } from "./navigation.tsx";
import { OverviewView } from "./overview.tsx";
import { Name } from "./parts.tsx";
import { ProductsView } from "./products.tsx";
import { TestsView } from "./tests.tsx";
import { TimelineView } from "./timeline.tsx";

const shortcuts: readonly (readonly [key: string, words: string])[] = [
  ["1 … 6", "the views, in their order"],
  ["/", "search"],
  ["n", "next uncovered lines, in a source"],
  ["p", "previous uncovered lines, in a source"],
  ["?", "this help"],
];

function App({ overview }: { readonly overview: PageOverview }): JSX.Element {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const tabs = tabsOf(overview);
  useFocusOn(route, main);
  useKeys({
    ...Object.fromEntries(tabs.map(({ view }, index) => [`${index + 1}`, () => go(view, {})])),
    "/": () => main.current?.querySelector<HTMLElement>("input[type=search]")?.focus(),
    "?": () => help.current?.showModal(),
  });
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      <header>
        <div class="inner">
          <h1>
            <span class={`verdict ${overview.tone}`}>
              <span aria-hidden="true">{overview.sign}</span> {overview.verdict}
            </span>
            <Name text={overview.title} />
          </h1>
          <p class="muted">
            Go pipeline · <time dateTime={overview.startedAt}>{readable(overview.startedAt)}</time> ·{" "}
            {formatDuration(overview.durationMs)}
          </p>
        </div>
        <nav aria-label="Report" class="inner tabs">
          {tabs.map(({ view, title, badge, tone }) => (
            <a href={routeTo(view)} aria-current={isAt(route, view) ? "page" : undefined}>
              {title}
              {badge === null ? null : <span class={`badge ${tone}`}>{badge}</span>}
            </a>
          ))}
        </nav>
      </header>
      <main ref={main} tabIndex={-1} id="main" class="inner">
        <ViewOf overview={overview} route={route} />
      </main>
      <footer class="inner screen-only">
        <button type="button" class="small" onClick={() => help.current?.showModal()}>
          Keyboard shortcuts <kbd>?</kbd>
        </button>
      </footer>
      <dialog ref={help} aria-labelledby="help-title">
        <Help onClose={() => help.current?.close()} />
      </dialog>
    </>
  );
}

function Help({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const [on, setOn] = useState(keys.on);
  const change = (wanted: boolean): void => {
    keys.on = wanted;
    setOn(wanted);
  };
  return (
    <>
      <h2 id="help-title">Keyboard shortcuts</h2>
      <dl class="facts">
        {shortcuts.map(([key, words]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>
        <label class="choice">
          <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
          Single keys do this
        </label>
      </p>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </>
  );
}

interface Tab {
  readonly view: View;
  readonly title: string;
  readonly badge: string | null;
  readonly tone: string;
}

function tabsOf({ tests, coverage, binaries, archives, sboms, image }: PageOverview): readonly Tab[] {
  const failed = tests?.counts.find(({ state }) => state === "failed")?.count ?? 0;
  const all = (tests?.counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const made = binaries.length + archives.length + sboms.length + (image === null ? 0 : 1);
  return [
    { view: "overview", title: "Overview", badge: null, tone: "" },
    { view: "timeline", title: "Timeline", badge: null, tone: "" },
    {
      view: "tests",
      title: "Tests",
      badge: tests === null ? null : failed > 0 ? `${failed.toLocaleString("en")} failed` : all.toLocaleString("en"),
      tone: failed > 0 ? "bad" : "",
    },
    {
      view: "coverage",
      title: "Coverage",
      badge: coverage === null ? null : formatPercent(coverage.percent),
      tone: "",
    },
    { view: "logs", title: "Logs", badge: null, tone: "" },
    { view: "products", title: "Products", badge: made === 0 ? null : `${made}`, tone: "" },
  ];
}

function isAt({ view }: Route, tab: View): boolean {
  return view === tab || (view === "file" && tab === "coverage");
}

function ViewOf({ overview, route }: { readonly overview: PageOverview; readonly route: Route }): JSX.Element {
  switch (route.view) {
    case "timeline":
      return <TimelineView overview={overview} />;
    case "tests":
      return <TestsView overview={overview} route={route} />;
    case "coverage":
      return <CoverageView overview={overview} route={route} />;
    case "file":
      return <FileView route={route} />;
    case "logs":
      return <LogsView overview={overview} route={route} />;
    case "products":
      return <ProductsView overview={overview} />;
    default:
      return <OverviewView overview={overview} />;
  }
}

/** A new view begins at its top, and its heading has the focus, so that a screen reader says where one is. */
function useFocusOn({ view, params }: Route, main: { readonly current: HTMLElement | null }): void {
  const place = `${view} ${params["path"] ?? ""} ${params["stage"] ?? ""}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (params["line"] !== undefined) return;
    scrollTo(0, 0);
    main.current?.querySelector("h2")?.focus({ preventScroll: true });
  }, [place]);
}

/** `2026-11-30 04:09 UTC`. */
function readable(time: string): string {
  return `${time.slice(0, 16).replace("T", " ")} UTC`;
}

const overview = readBlock<PageOverview>(blockIds.overview);
const root = document.getElementById("app");
if (overview !== null && root !== null) {
  root.replaceChildren();
  render(<App overview={overview} />, root);
}
