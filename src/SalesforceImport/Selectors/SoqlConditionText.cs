namespace SalesforceImport.Selectors;

/// <summary>
/// Checks that text is one whole condition, so that between parentheses it cannot change the query around it: quotes and
/// parentheses balance, and no clause begins in it except inside a semi-join. What the condition says is the org's to judge.
/// </summary>
/// <remarks>One pass, and memory for the nesting only.</remarks>
internal sealed class SoqlConditionText
{
    public const int MaxLength = 20_000;
    public const int MaxLiteralLength = 4_000;
    public const int MaxDepth = 100;

    private readonly string _text;
    private readonly Stack<Scope> _scopes = new();
    private int _position;
    private Token _last;
    private Token _lastButOne;

    private SoqlConditionText(string text) => _text = text;

    private enum Token
    {
        None,
        Open,
        In,
        Other,
    }

    /// <summary>What stands between two parentheses, and how far a semi-join has come.</summary>
    private enum Scope
    {
        Group,
        JoinSelect,
        JoinFrom,
        JoinWhere,
    }

    /// <exception cref="InvalidConditionException">The text is not one whole condition.</exception>
    public static void Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        new SoqlConditionText(text).Check();
    }

    private void Check()
    {
        if (_text.Length > MaxLength)
        {
            throw Invalid($"is {_text.Length:N0} characters long, and at most {MaxLength:N0} are allowed");
        }

        while (_position < _text.Length)
        {
            Next();
        }

        if (_scopes.Count > 0)
        {
            throw Invalid($"opens {_scopes.Count} more parentheses than it closes");
        }

        if (_last == Token.None)
        {
            throw Invalid("is empty");
        }
    }

    private void Next()
    {
        char c = _text[_position];
        switch (c)
        {
            case ' ' or '\t' or '\r' or '\n':
                _position++;
                break;
            case '\'':
                Literal();
                break;
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '-' when _position + 1 < _text.Length && _text[_position + 1] == '-':
                throw Invalid("holds a comment ('--'), which SOQL does not know");
            case ',' or '=' or '!' or '<' or '>' or '.' or ':' or '+' or '-':
                _position++;
                Take(Token.Other);
                break;
            case var _ when char.IsAsciiDigit(c):
                Digits();
                break;
            case var _ when char.IsAsciiLetter(c) || c == '_':
                Word();
                break;
            default:
                throw Invalid($"holds {Shown(c)} outside quotes");
        }
    }

    private void Take(Token token)
    {
        _lastButOne = _last;
        _last = token;
    }

    private void Literal()
    {
        int start = ++_position;
        int length = 0;
        for (; _position < _text.Length && _text[_position] != '\''; length++)
        {
            char c = _text[_position];
            if (char.IsControl(c) || UnicodeText.IsLoneSurrogate(_text, _position))
            {
                throw Invalid($"holds {Shown(c)} between quotes; write it as an escape such as \\n");
            }

            _position += c == '\\' ? EscapeLength() : 1;
        }

        if (_position >= _text.Length)
        {
            _position = start - 1;
            throw Invalid("opens a quote that it does not close");
        }

        if (length > MaxLiteralLength)
        {
            throw Invalid($"holds a quoted text of {length:N0} characters, and Salesforce allows {MaxLiteralLength:N0}");
        }

        _position++;
        Take(Token.Other);
    }

    private int EscapeLength()
    {
        var rest = _text.AsSpan(_position + 1);
        int length = rest switch
        {
            ['n' or 'N' or 'r' or 'R' or 't' or 'T' or 'b' or 'B' or 'f' or 'F' or '"' or '\'' or '\\' or '_' or '%', ..] => 2,
            ['u' or 'U', var a, var b, var c, var d, ..] when char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c) && char.IsAsciiHexDigit(d) => 6,
            _ => 0,
        };
        return length > 0 ? length : throw Invalid(@"holds a backslash that begins no escape: \n \r \t \b \f \"" \' \\ \_ \% and \u with four digits are known");
    }

    private void Digits()
    {
        while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
        {
            _position++;
        }

        Take(Token.Other);
    }

    private void Open()
    {
        if (_scopes.Count == MaxDepth)
        {
            throw Invalid($"nests parentheses more than {MaxDepth} deep");
        }

        _scopes.Push(Scope.Group);
        _position++;
        Take(Token.Open);
    }

    private void Close()
    {
        if (!_scopes.TryPop(out var scope))
        {
            throw Invalid("closes a parenthesis that it did not open");
        }

        if (scope == Scope.JoinSelect)
        {
            throw Invalid("holds a SELECT without FROM");
        }

        _position++;
        Take(Token.Other);
    }

    private void Word()
    {
        int start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] == '_'))
        {
            _position++;
        }

        var word = _text.AsSpan(start, _position - start);
        bool isWhole = start == 0 || !char.IsAsciiDigit(_text[start - 1]);
        switch (SoqlKeywords.Find(word))
        {
            case { } glued when !isWhole:
                _position = start;
                throw Invalid($"holds {glued} right after a digit");
            case "SELECT":
                Enter("SELECT", _last == Token.Open && _lastButOne == Token.In ? Scope.Group : null, Scope.JoinSelect, start);
                break;
            case "FROM":
                Enter("FROM", Scope.JoinSelect, Scope.JoinFrom, start);
                break;
            case "WHERE":
                Enter("WHERE", Scope.JoinFrom, Scope.JoinWhere, start);
                break;
            case { } clause:
                _position = start;
                throw Invalid($"holds {clause}, which does not belong to a condition");
            default:
                break;
        }

        Take(isWhole && word.Equals("IN", StringComparison.OrdinalIgnoreCase) ? Token.In : Token.Other);
    }

    private void Enter(string keyword, Scope? from, Scope to, int start)
    {
        if (from is null || !_scopes.TryPeek(out var scope) || scope != from)
        {
            _position = start;
            throw Invalid($"holds {keyword} outside a semi-join such as Id IN (SELECT LeadId FROM CampaignMember WHERE …)");
        }

        _scopes.Pop();
        _scopes.Push(to);
    }

    private static string Shown(char c) => char.IsAscii(c) && !char.IsControl(c) ? $"'{c}'" : $"the character U+{(int)c:X4}";

    private InvalidConditionException Invalid(FormattableString problem) => Invalid(FormattableString.Invariant(problem));

    private InvalidConditionException Invalid(string problem) =>
        new(null, _text, $"The SOQL condition {problem} (at character {_position + 1}). Give what stands after WHERE and nothing else.");
}
