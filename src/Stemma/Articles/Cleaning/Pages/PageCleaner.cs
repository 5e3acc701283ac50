namespace Stemma.Articles.Cleaning.Pages;

internal static class PageCleaner
{
    public static Draft Clean(string html, Said told) => TextCleaner.Clean(html, told);
}
