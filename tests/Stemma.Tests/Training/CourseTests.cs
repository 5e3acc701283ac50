using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Training;

namespace Stemma.Tests.Training;

/// <summary>Does the whole course of the tagger go from nothing to a model, and does it take up where it was broken off? On a few invented articles.</summary>
public class CourseTests
{
    [Fact]
    public void A_course_that_was_broken_off_makes_no_stage_twice_and_ends_in_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("stemma-course-");
        try
        {
            var data = Data(Path.Combine(folder.FullName, "data"));
            var (whole, broken) = (folder.CreateSubdirectory("whole").FullName, folder.CreateSubdirectory("broken").FullName);
            School(data, whole, _ => { }).Course(Path.Combine(whole, "pupil.model"), languageWords: 100);

            // In the second epoch of teacher 2, when the first has been put aside.
            var told = new List<string>();
            Assert.Throws<OperationCanceledException>(() => School(data, broken, line =>
            {
                told.Add(line);
                if (told.Contains("teacher 2") && line.StartsWith("tagger: epoch 2/2", StringComparison.Ordinal))
                {
                    throw new OperationCanceledException();
                }
            }).Course(Path.Combine(broken, "pupil.model"), languageWords: 100));
            Assert.True(File.Exists(Path.Combine(broken, "teacher-1.model")));
            Assert.False(File.Exists(Path.Combine(broken, "teacher-2.model")), "half a teacher would be taken for a whole one");

            told.Clear();
            School(data, broken, told.Add).Course(Path.Combine(broken, "pupil.model"), languageWords: 100);
            Assert.DoesNotContain(told, l => l == "teacher 1" || l.StartsWith("vectors:", StringComparison.Ordinal));
            Assert.Contains("teacher 2", told);
            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "pupil.model")), File.ReadAllBytes(Path.Combine(broken, "pupil.model")));
            Assert.Equal(["language-128.bin", "pupil.model", "teacher-1.model", "teacher-2.model", "teacher-3.model", "teacher-4.model", "teacher-5.model", "vectors.bin"], Directory.GetFiles(broken).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static AttributionTraining School(string data, string work, Action<string> say) => new(data, work, say) { EpochsEach = 2, PupilWords = 100 };

    private static string Data(string folder)
    {
        string[] articles =
        [
            Article("a", ("Ilse Maren", "said", "that the crane had failed before dawn"), ("Orlin Voss", "denied", "taking the money")),
            Article("b", ("The ministry", "declined", "to comment"), ("two crew members", "told reporters", "that the ferry was overloaded")),
        ];
        Write(Path.Combine(folder, "attribution", "train.jsonl.gz"), articles);
        Write(Path.Combine(folder, "attribution", "dev.jsonl.gz"), [Article("c", ("North Wire", "reported", "that nobody was hurt"))]);
        Write(Path.Combine(folder, "attribution", "humans.jsonl.gz"), []);
        Write(Path.Combine(folder, "raw-news", "part1.txt.gz"), Enumerable.Range(0, 400).Select(i => $"the ferry {i} left Lom before dawn , North Wire said on day {i % 7} , and nobody was hurt ."));
        return folder;
    }

    private static string Article(string id, params (string Source, string Cue, string Content)[] sayings)
    {
        var text = new StringBuilder();
        var attributions = new List<object>();
        foreach (var (source, cue, content) in sayings)
        {
            int[][] Put(string words, char behind)
            {
                var begin = text.Length;
                text.Append(words).Append(behind);
                return [[begin, begin + words.Length]];
            }

            attributions.Add(new { source = Put(source, ' '), cue = Put(cue, ' '), content = Put(content, '.') });
            text.Append('\n');
        }

        return JsonSerializer.Serialize(new { id, annotator = "one", text = text.ToString(), attributions });
    }

    private static void Write(string file, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var writer = new StreamWriter(new GZipStream(File.Create(file), CompressionLevel.Fastest));
        foreach (var line in lines)
        {
            writer.Write(line + "\n");
        }
    }
}
