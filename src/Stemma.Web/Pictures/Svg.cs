using System.Globalization;
using System.Net;
using System.Text;

namespace Stemma.Web.Pictures;

/// <summary>Writes an SVG picture element by element; every word is escaped, every number invariant.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _body = new();

    public Svg Line(double x1, double y1, double x2, double y2, string style) => Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" class=\"{style}\"/>");

    /// <summary>A curve from left to right.</summary>
    public Svg Curve(double x1, double y1, double x2, double y2, string style)
    {
        var middle = (x1 + x2) / 2;
        return Add($"<path d=\"M{N(x1)} {N(y1)}C{N(middle)} {N(y1)} {N(middle)} {N(y2)} {N(x2)} {N(y2)}\" class=\"{style}\"/>");
    }

    public Svg Box(double x, double y, double width, double height, string style) => Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" rx=\"3\" class=\"{style}\"/>");

    /// <summary>A square on its tip.</summary>
    public Svg Diamond(double x, double y, double half, string style) => Add($"<path d=\"M{N(x - half)} {N(y)}L{N(x)} {N(y - half)}L{N(x + half)} {N(y)}L{N(x)} {N(y + half)}Z\" class=\"{style}\"/>");

    public Svg Text(double x, double y, string words, string style = "") => Add($"<text x=\"{N(x)}\" y=\"{N(y)}\" class=\"{style}\">{WebUtility.HtmlEncode(words)}</text>");

    /// <summary>What follows until <see cref="EndLink"/> leads there; the title is what a screen reader says.</summary>
    public Svg Link(string address, string title) => Add($"<a href=\"{WebUtility.HtmlEncode(address)}\"><title>{WebUtility.HtmlEncode(title)}</title>");

    public Svg EndLink() => Add("</a>");

    public string Picture(double width, double height, string title) =>
        $"<svg class=\"picture\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" role=\"group\" aria-label=\"{WebUtility.HtmlEncode(title)}\" xmlns=\"http://www.w3.org/2000/svg\">{_body}</svg>";

    /// <summary>As much of the words as fits into so many pixels of the picture's type.</summary>
    public static string Fit(string words, double width)
    {
        const double LetterWidth = 7.2;
        var most = Math.Max(3, (int)(width / LetterWidth));
        return words.Length <= most ? words : words[..(most - 1)] + "…";
    }

    private Svg Add(string element)
    {
        _body.Append(element);
        return this;
    }

    private static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
