namespace Stemma.Articles.Attribution;

/// <summary>Is it given word for word? Direct where every word of the content stands in quotation marks, mixed where some do.</summary>
/// <remarks>A quotation inside a content that is itself quoted counts once. The form of a transcript's turn, verbatim without marks, is the transcript rule's to say.</remarks>
internal static class FormReader
{
    public static Form Read(Saying saying)
    {
        int inside = 0, outside = 0;
        foreach (var token in saying.Content)
        {
            if (!Saying.IsWord(saying.Lower(token)))
            {
                continue;
            }

            if (saying.Prose.Tokens[token].Quotation >= 0)
            {
                inside++;
            }
            else
            {
                outside++;
            }
        }

        return inside == 0 ? Form.Indirect : outside == 0 ? Form.Direct : Form.Mixed;
    }
}
