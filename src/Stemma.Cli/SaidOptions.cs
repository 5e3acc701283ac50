using System.CommandLine;

namespace Stemma.Cli;

/// <summary>What a person says about articles that the files do not say: it wins over what is found.</summary>
public sealed class SaidOptions
{
    private readonly Option<string?> _outlet = new("--outlet") { Description = "The outlet, where the file does not say it.", HelpName = "NAME" };
    private readonly Option<string?> _url = new("--url") { Description = "The address.", HelpName = "ADDRESS" };
    private readonly Option<string?> _title = new("--title") { Description = "The headline.", HelpName = "WORDS" };
    private readonly Option<string?> _byline = new("--byline") { Description = "The byline.", HelpName = "WORDS" };
    private readonly Option<string?> _published = new("--published") { Description = "The day of publication (EDTF: 2031-05-06, 2031-05, 2031-05-04/2031-05-06).", HelpName = "DATE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _outlet, _url, _title, _byline, _published })
        {
            command.Add(option);
        }
    }

    public Said Of(ParseResult parsed)
    {
        var published = parsed.GetValue(_published);
        return published is null || Edtf.IsDate(published)
            ? new Said
            {
                Outlet = parsed.GetValue(_outlet),
                Url = parsed.GetValue(_url),
                Title = parsed.GetValue(_title),
                Byline = parsed.GetValue(_byline),
                Published = published,
            }
            : throw new MisuseException($"--published takes a date such as 2031-05-06, 2031-05 or 2031-05-04/2031-05-06, not “{published}”.");
    }
}
