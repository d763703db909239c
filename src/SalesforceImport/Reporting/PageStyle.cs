namespace SalesforceImport.Reporting;

/// <summary>How the report looks, on a screen and on paper.</summary>
internal static class PageStyle
{
    public const string Css =
        """
        :root { color-scheme: light; --ink: #1b1f24; --faint: #59636e; --line: #d1d9e0; --ours: #0b6bcb; --org: #9aa7b4; }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
        h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        th { font-weight: 600; color: var(--faint); }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0; }
        dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
        .state { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .7rem; font-weight: 600; }
        .Completed { color: #1a7f37; } .Paused, .Running, .Cancelled { color: #9a6700; } .Failed, .Refused { color: #b42318; }
        svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
        .ours { fill: var(--ours); } .org { fill: var(--org); } .axis { stroke: var(--line); }
        .key { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 1em; }
        footer { margin-top: 2rem; color: var(--faint); font-size: .85rem; }
        @page { margin: 15mm; }
        @media print {
          body { font-size: 10pt; margin: 0; max-width: none; padding: 0; }
          h2, h3 { break-after: avoid; } tr, svg, dl { break-inside: avoid; } thead { display: table-header-group; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """;
}
