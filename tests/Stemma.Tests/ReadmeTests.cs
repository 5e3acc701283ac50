using Stemma.Cli;

namespace Stemma.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_excerpt_in_the_README_is_what_the_demo_prints()
    {
        var folder = Directory.CreateTempSubdirectory("stemma-readme-");
        try
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter();
            var face = Face.Of(output, error, 120, TimeProvider.System, () => Stream.Null);
            Assert.Equal(0, Entrance.Run(["demo", "--case", Path.Combine(folder.FullName, "stemma-demo.db")], face));
            var printed = output.ToString().Split('\n').Select(Plain).ToHashSet();

            var readme = File.ReadAllText(Path.Combine(Spec.TestTree(), "..", "..", "README.md"));
            var begin = readme.IndexOf("stemma-demo.db  ", StringComparison.Ordinal);
            var excerpt = readme[begin..readme.IndexOf("```", begin, StringComparison.Ordinal)].Split('\n').Select(Plain).Where(l => l.Length > 0).ToList();
            Assert.True(excerpt.Count > 15);
            Assert.All(excerpt, line => Assert.Contains(line, printed));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Plain(string line) => line.TrimEnd();
}
