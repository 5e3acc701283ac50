namespace Stemma.Views;

/// <summary>How many words a text has, as a reader would count: stretches between spaces that hold a letter or a digit.</summary>
public static class WordCount
{
    public static int Of(string text)
    {
        var (count, counted) = (0, false);
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign))
            {
                counted = false;
            }
            else if (!counted && (char.IsLetterOrDigit(sign) || char.IsSurrogate(sign)))
            {
                (count, counted) = (count + 1, true);
            }
        }

        return count;
    }
}
