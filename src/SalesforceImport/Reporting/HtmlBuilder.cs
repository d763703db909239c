using System.Text;

namespace SalesforceImport.Reporting;

/// <summary>Builds a page, line by line. Whatever is put in by an interpolated string is escaped.</summary>
internal sealed class HtmlBuilder
{
    private readonly StringBuilder _html = new();

    public HtmlBuilder Line(FormattableString html)
    {
        _html.Append(HtmlFormat.Render(html)).Append('\n');
        return this;
    }

    /// <summary>Text of this library's own, as it is.</summary>
    public HtmlBuilder Verbatim(string html)
    {
        _html.Append(html).Append('\n');
        return this;
    }

    /// <param name="headings">The headings of the columns.</param>
    /// <param name="texts">How many columns, from the left, hold text; the others hold numbers.</param>
    public HtmlBuilder BeginTable(string[] headings, int texts = 1)
    {
        Line($"<table><thead><tr>");
        foreach (var (index, heading) in headings.Index())
        {
            Cell("th", heading, index < texts);
        }

        return Line($"</tr></thead><tbody>");
    }

    public HtmlBuilder Row(params ReadOnlySpan<object?> cells)
    {
        Line($"<tr>");
        foreach (object? cell in cells)
        {
            Cell("td", cell, cell is string or SalesforceId);
        }

        return Line($"</tr>");
    }

    public HtmlBuilder EndTable() => Line($"</tbody></table>");

    public override string ToString() => _html.ToString();

    private void Cell(string tag, object? content, bool isText)
    {
        _html.Append('<').Append(tag).Append(isText ? ">" : " class=\"n\">");
        _html.Append((content is long number ? HtmlFormat.Render($"{number:N0}") : HtmlFormat.Render($"{content}"))).Append("</").Append(tag).Append(">\n");
    }
}
