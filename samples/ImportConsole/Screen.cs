using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>
/// Where people read: standard output, or standard error where standard output is for a script. Colours, progress bars
/// and questions only at a terminal; plain text of a fixed width elsewhere.
/// </summary>
internal sealed class Screen
{
    private const int WidthOfFiles = 140;

    private readonly TextWriter _writer;
    private readonly IAnsiConsole _errors;

    public Screen(bool json)
    {
        _writer = json ? Console.Error : Console.Out;
        IsTerminal = json ? !Console.IsErrorRedirected : !Console.IsOutputRedirected;
        IsInteractive = IsTerminal && !Console.IsInputRedirected;
        Out = Create(_writer, IsTerminal);
        _errors = Create(Console.Error, !Console.IsErrorRedirected);
    }

    public IAnsiConsole Out { get; }

    public bool IsTerminal { get; }

    /// <summary>Whether somebody can be asked.</summary>
    public bool IsInteractive { get; }

    public char Bar => IsTerminal && Out.Profile.Capabilities.Unicode ? '█' : '#';

    public Table CreateTable(string title) => new()
    {
        Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold)),
        Border = IsTerminal ? TableBorder.Rounded : TableBorder.Ascii,
    };

    public void Show(Table table)
    {
        Out.Write(table);
        Line();
    }

    /// <summary>A line that is never broken where it goes to a file.</summary>
    public void Line(string text = "")
    {
        if (IsTerminal)
        {
            Out.WriteLine(text);
        }
        else
        {
            _writer.WriteLine(text);
        }
    }

    /// <summary>A question that was broken off leaves the cursor hidden.</summary>
    public void ShowCursor()
    {
        if (IsTerminal)
        {
            Out.Cursor.Show(true);
        }
    }

    /// <summary>A sentence on standard error.</summary>
    public void Error(string text)
    {
        string sentence = SettingNames.WithOptions(text);
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(sentence);
        }
        else
        {
            _errors.WriteLine(sentence, new Style(Color.Red));
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) };
        if (isTerminal)
        {
            return AnsiConsole.Create(settings);
        }

        settings.Ansi = AnsiSupport.No;
        settings.ColorSystem = ColorSystemSupport.NoColors;
        settings.Interactive = InteractionSupport.No;
        var console = AnsiConsole.Create(settings);
        console.Profile.Width = WidthOfFiles;
        return console;
    }
}
