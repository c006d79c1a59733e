import type { JSX } from "preact";
import { formatCount, formatDuration, formatPercent } from "../../text/format.ts";
import type { PageOverview } from "../data.ts";
import { type Route, routeTo, type View } from "../route.ts";
import { Name } from "./parts.tsx";

interface Tab {
  readonly view: View;
  readonly title: string;
  readonly badge: string | null;
  readonly tone: string;
}

interface HeaderProps {
  readonly overview: PageOverview;
  readonly route: Route;
  readonly tabs: readonly Tab[];
}

/** How the run ended, and the views. */
export function Header({ overview, route, tabs }: HeaderProps): JSX.Element {
  return (
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
  );
}

/** The views, in their order. */
export function tabsOf({ tests, coverage, binaries, archives, sboms, image }: PageOverview): readonly Tab[] {
  const failed = tests?.counts.find(({ state }) => state === "failed")?.count ?? 0;
  const all = (tests?.counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const made = binaries.length + archives.length + sboms.length + (image === null ? 0 : 1);
  return [
    { view: "overview", title: "Overview", badge: null, tone: "" },
    { view: "timeline", title: "Timeline", badge: null, tone: "" },
    {
      view: "tests",
      title: "Tests",
      badge: tests === null ? null : failed > 0 ? `${formatCount(failed)} failed` : formatCount(all),
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

/** `2026-11-30 04:09 UTC`. */
function readable(time: string): string {
  return `${time.slice(0, 16).replace("T", " ")} UTC`;
}
