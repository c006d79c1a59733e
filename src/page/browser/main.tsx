import { type JSX, render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { blockIds, type PageOverview } from "../data.ts";
import type { Route } from "../route.ts";
import { readBlock } from "./blocks.tsx";
import { CoverageView } from "./coverage.tsx";
import { FileView } from "./file.tsx";
import { Header, tabsOf } from "./header.tsx";
import { Help } from "./help.tsx";
import { useKeys } from "./keys.tsx";
import { LogsView } from "./logs.tsx";
import { go, useRoute } from "./navigation.tsx";
import { OverviewView } from "./overview.tsx";
import { ProductsView } from "./products.tsx";
import { TestsView } from "./tests.tsx";
import { TimelineView } from "./timeline.tsx";

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
      <Header overview={overview} route={route} tabs={tabs} />
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

const overview = readBlock<PageOverview>(blockIds.overview);
const root = document.getElementById("app");
if (overview !== null && root !== null) {
  root.replaceChildren();
  render(<App overview={overview} />, root);
}
