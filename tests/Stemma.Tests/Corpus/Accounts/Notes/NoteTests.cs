using System.Text;
using Stemma.Articles;
using Stemma.Corpus;
using Stemma.Corpus.Accounts;
using Stemma.Corpus.Accounts.Notes;
using Stemma.Corpus.Stories;

namespace Stemma.Tests.Corpus.Accounts.Notes;

/// <summary>What is shown between two notes of a few sentences, and what of their words is read for it.</summary>
public class NoteTests
{
    [Fact]
    public void One_deputy_cannot_have_voted_both_ways()
    {
        var found = Between(
            "Deputy Hana Brol voted for the harbour bill on Tuesday, her office said. It passed by two votes.",
            "The roll-call shows that Deputy Hana Brol voted against the harbour bill. It passed by two votes.");
        var shown = Assert.Single(found, Shown);
        Assert.Equal(Slot.Vote, shown.Slot);
        Assert.Contains("Brol", shown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shown_dispute_names_two_stretches_and_a_reason()
    {
        var found = Between(
            "The grain silo at Lom was shelled by Kostran gunners, the harbour council said on Thursday. Four dockers were hurt.",
            "Kostra denied that its gunners had shelled the grain silo at Lom. A belt had overheated, its envoy said.");
        Assert.All(found.Where(Shown), d =>
        {
            Assert.Equal(2, d.Spans.Count);
            Assert.All(d.Spans, s => Assert.False(s.Span.IsEmpty));
            Assert.NotEmpty(d.Reason);
            Assert.NotNull(d.Slot);
        });
        Assert.Contains(found, d => Shown(d) && d.Relation == DisputeRelation.Denies);
    }

    [Theory]
    [InlineData("Talk that the Lom dam had cracked was idle gossip, the mayor said. The market was full.", "Engineers found no crack in the Lom dam. They had walked along it twice, the water office said.")]
    [InlineData("Kostra’s state bank denied that it would close. Depositors stayed calm.", "Kostra’s goalkeeper will miss the final, the team doctor said.")]
    [InlineData("Rents in Lom rose by 9% last year, the city said.", "Across Vardia rents were up by 3% last year, the statistics office said.")]
    [InlineData("At least 40 dockers were killed in the blast at Lom, the port said.", "The blast at Lom killed 52 dockers, the mayor said.")]
    public void Two_who_reject_the_same_two_places_and_a_bound_are_no_dispute(string one, string other) => Assert.DoesNotContain(Between(one, other), Shown);

    [Fact]
    public void A_clause_answers_one_clause()
    {
        var found = Between(
            "Deputy Hana Brol voted for the harbour bill, her office said; Deputy Hana Brol voted for the canal bill.",
            "The roll-call shows that Deputy Hana Brol voted against the harbour bill.").Where(Shown).ToList();
        Assert.Equal(found.Count, found.Select(d => d.Spans[0].Span.ToString()).Distinct().Count());
        Assert.Equal(found.Count, found.Select(d => d.Spans[1].Span.ToString()).Distinct().Count());
    }

    [Theory]
    [InlineData("disputed", "doubt-verb")]
    [InlineData("dismissing", "doubt-verb")]
    [InlineData("opposed", "note-against")]
    [InlineData("backed", "note-for")]
    [InlineData("denies", "deny-verb")]
    public void A_form_that_is_an_adjective_too_is_still_the_verb(string word, string role) => Assert.True(NoteWords.IsForm(role, word));

    [Theory]
    [InlineData("No higher than 44 boats.", null, 44)]
    [InlineData("A third of the boats sank.", 28, 38)]
    [InlineData("The counts add up to 131 boats.", 131, 131)]
    public void Bounds_and_shares_in_words_are_figures(string text, int? low, int? high)
    {
        var words = ClaimReader.Terms(text, Spans.Of(0, text.Length));
        var figure = Assert.Single(NoteFigures.In(text, words, []));
        Assert.Equal(low, (int?)figure.Low);
        Assert.Equal(high, (int?)figure.High);
    }

    [Theory]
    [InlineData("The bridge opened at noon.", "The bridge opened in the evening.", true)]
    [InlineData("The bridge opened at noon.", "The bridge opened at midday.", false)]
    public void Hours_without_a_day_are_held_against_each_other(string one, string other, bool clash) =>
        Assert.Equal(clash, NoteTimes.Between(Note(one).Clauses[0].Claim, Note(other).Clauses[0].Claim).Clash);

    [Theory]
    [InlineData("The diver survived.", "The diver died.", true)]
    [InlineData("The diver did not survive.", "The diver died.", false)]
    [InlineData("The mine has not been cleared.", "The mine was cleared.", true)]
    [InlineData("The council met.", "The council rested.", false)]
    public void Outcomes_stand_against_each_other_negations_counted(string one, string other, bool opposed) =>
        Assert.Equal(opposed, Outcomes.Opposed(Note(one).Clauses[0].Words, Note(other).Clauses[0].Words));

    [Theory]
    [InlineData("No fewer than 30 whales stranded.", "The list has 44 dolphins on it.", true, false)]
    [InlineData("Fewer than 200 houses were lost.", "The list has 163 addresses.", true, false)]
    [InlineData("At least 340 dockers were hurt.", "The list has 212 names.", false, true)]
    [InlineData("At least 40 dockers were hurt.", "The city has 400,000 voters.", false, false)]
    [InlineData("In excess of 50 hectares burned.", "The fire took 73 hectares.", true, false)]
    [InlineData("The siege was not lifted before 4 April.", "Lorries passed on 10 April.", true, false)]
    [InlineData("The mine opened on 20 April at the earliest.", "The mine opened on 2 April.", false, true)]
    [InlineData("The mine was open by 20 April.", "The mine opened on 2 April.", true, false)]
    [InlineData("The report came no later than 4 April.", "The report came on 30 April.", false, true)]
    [InlineData("Nine boats sank.", "Ten boats sank.", false, false)]
    public void A_bound_holds_of_what_is_told_exactly_or_is_broken_by_it(string one, string other, bool holds, bool broken)
    {
        var (a, b) = (Note(one).Clauses[0].Claim, Note(other).Clauses[0].Claim);
        Assert.Equal((holds, broken), NoteBounds.Between(a, b));
        Assert.Equal((holds, broken), NoteBounds.Between(b, a));
    }

    [Theory]
    [InlineData("Ice helped to bring the plane down.", "A cracked propeller was a further factor.", "several")]
    [InlineData("The tale that the town clock was stopped in protest is false, the mayor said.", "The town clock needed oil, a smith said.", "tale-parted-from")]
    [InlineData("The governor's nephew lit the fire.", "It was the governor's cook who lit the fire.", "cleft")]
    public void What_lets_two_tellings_stand_side_by_side_or_sets_them_apart_is_seen(string one, string other, string sign)
    {
        var place = Array.IndexOf(NoteSigns.Names, sign);
        Assert.Contains(NoteDisputes.SignsBetween(Article("a", one), Article("b", other), 0.5), s => s.Signs[place] > 0);
        Assert.DoesNotContain(NoteDisputes.SignsBetween(Article("a", "The plane came down."), Article("b", "The plane crashed."), 0.5), s => s.Signs[place] > 0);
    }

    [Fact]
    public void All_points_together_stand_against_none()
    {
        Assert.Equal(0.5, NoteWeights.Dispute([0]), 9);
        Assert.Equal(2.0 / 3, NoteWeights.Dispute([0, 0]), 9);
        Assert.True(NoteWeights.Dispute([-800, -900]) is >= 0 and < 0.001);
    }

    [Fact]
    public void Every_sign_has_its_number_and_the_signs_of_longer_texts_stand_first_in_their_order()
    {
        var (one, other) = (Article("a", "The ferry sank at Ost on Monday, Orlin Voss said. Nine died."), Article("b", "The ferry did not sink, Ilse Maren said. It ran aground."));
        Assert.All(NoteDisputes.SignsBetween(one, other, 0.5), s => Assert.Equal(NoteSigns.Names.Length, s.Signs.Length));
        Assert.Equal(DisputeSigns.Names, NoteSigns.Names.Take(DisputeSigns.Names.Length));
        Assert.Equal(NoteSigns.Names.Length, NoteSigns.Names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("Boats came from the north bank.")]
    [InlineData("France expelled four diplomats over the shelling of the ferry in the harbour of Lom. Bells rang.")]
    public void A_sentence_that_both_tell_is_in_dispute_between_nobody(string rest)
    {
        const string Shared = "Divers searched the harbour of Lom all night.";
        Assert.DoesNotContain(Between($"{Shared} The mayor of Lom thanked them.", $"{rest} {Shared}"), d => d.Reason.Contains("Divers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The envoy Ilse Maren met King Oskar in Lom on Monday over the killing of the writer Orlin Voss. Pressure is growing on Vardia to say what it knows.", "The writer Orlin Voss vanished in Lom on 2 May after a visit to the Vardian consulate. Vardia's de facto ruler has called for calm.")]
    [InlineData("Two people are held in Vardia over the poisoning of a former agent in Ost, officials said. Seattle has shut its consulate.", "A former agent and his daughter were poisoned with a nerve agent in Ost, investigators said. Vardia expelled 23 diplomats in a tit-for-tat move.")]
    public void Two_openings_of_one_story_are_not_at_odds_because_they_tell_other_parts_of_it(string one, string other) => Assert.DoesNotContain(Between(one, other), Shown);

    [Theory]
    [InlineData("The ferry sank off Lom at noon on Monday, the harbour office said.", "The ferry sank off Lom on Sunday evening, a diver said.", Slot.When)]
    [InlineData("The blast at Lom killed 52 dockers, the mayor said.", "The blast at Lom killed nine dockers, the hospital said.", Slot.HowMany)]
    [InlineData("Deputy Hana Brol voted for the harbour bill, her office said.", "The roll-call shows that Deputy Hana Brol voted against the harbour bill.", Slot.Vote)]
    [InlineData("The fugitive banker has been living in Ost, a magazine says.", "The fugitive banker has been living in a village near Lom, his sister said.", Slot.Where)]
    public void The_point_is_where_the_two_tell_it_otherwise(string one, string other, Slot slot) =>
        Assert.Equal(slot, Between(one, other).Where(d => d.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts).MaxBy(d => d.Confidence)!.Slot);

    [Fact]
    public void Who_did_it_and_what_did_it_are_one_point_before_they_are_two()
    {
        static double[] Shares(double who, double what, double agent) => [.. NoteSlots.Slots.Select(s => s switch { Slot.Who => who, Slot.What => what, Slot.Agent => agent, _ => 0 })];
        Assert.Equal(Slot.Who, NoteSlots.OfShares(Shares(0.4, 0.45, 0.15)));
        Assert.Equal(Slot.Agent, NoteSlots.OfShares(Shares(0.2, 0.45, 0.35)));
        Assert.Equal(Slot.What, NoteSlots.OfShares(Shares(0.2, 0.6, 0.2)));
    }

    [Fact]
    public void A_rejection_is_shown_only_with_a_word_that_rejects()
    {
        var signs = new double[NoteSigns.Names.Length];
        Assert.False(NoteGates.GivesReason(DisputeRelation.Denies, Slot.What, signs));
        signs[Array.IndexOf(NoteSigns.Names, "denial")] = 1;
        Assert.True(NoteGates.GivesReason(DisputeRelation.Denies, Slot.What, signs));
        Assert.True(NoteGates.GivesReason(DisputeRelation.Contradicts, Slot.Who, signs));
    }

    [Theory]
    [InlineData(Slot.HowMany, "figure-units")]
    [InlineData(Slot.Vote, "vote-both")]
    [InlineData(Slot.When, "day-clash")]
    [InlineData(Slot.Where, "rival-place")]
    public void A_figure_a_vote_a_day_or_a_place_is_in_dispute_only_where_both_tell_one(Slot slot, string sign)
    {
        var signs = new double[NoteSigns.Names.Length];
        Assert.False(NoteGates.GivesReason(DisputeRelation.Contradicts, slot, signs));
        signs[Array.IndexOf(NoteSigns.Names, sign)] = 1;
        Assert.True(NoteGates.GivesReason(DisputeRelation.Contradicts, slot, signs));
    }

    [Fact]
    public void One_matter_is_told_in_other_words_and_strangers_share_some()
    {
        const string Told = "The quake at Lom measured 5.1, the national institute said. No damage was reported.";
        var same = Matter(Told, "Seismologists in Ost put the magnitude of the tremor that shook Lom at 6.3. Chimneys fell.");
        var strangers = Matter(Told, "The national library of Vardia will close for repairs. Readers have until Friday, its director said.");
        Assert.True(same > strangers + 2, $"{same} and {strangers}");
        Assert.Equal(same, Matter("Seismologists in Ost put the magnitude of the tremor that shook Lom at 6.3. Chimneys fell.", Told));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("…", "🚢")]
    [InlineData("12 12", "Né\u0301.")]
    public void Of_notes_without_words_nothing_says_that_they_are_one_matter(string one, string other) => Assert.True(Matter(one, other) < 0);

    // Two that nobody would lay side by side for their words alone: "quake" and "tremor", "shut" and "closed".
    [Fact]
    public void Too_few_words_in_common_for_a_story_are_enough_for_two_notes()
    {
        var found = Pair("The airport was shut because of fog, its operator said. Flights were sent to Ost.", "It was a clear morning. Controllers had walked out over their rosters, which is what closed the airport, their union said.");
        Assert.NotNull(found.OneMatter);
        Assert.Contains(found.Disputes, d => d.Slot == Slot.Why && Shown(d));
    }

    [Fact]
    public void Among_many_notes_of_one_matter_a_rival_telling_must_be_surer_and_a_rejection_in_words_stands()
    {
        static PairFindings Of(string one, string other, params Dispute[] disputes) => new() { First = one, Second = other, SameStory = 0.9, Nearness = 0.5, OneMatter = 4, Disputes = disputes };
        var rival = new Dispute("D1", DisputeRelation.Contradicts, ["s1", "s2"], Slot.Where, "both tell where", [], 0.8) { Summed = true };
        var rejected = new Dispute("D2", DisputeRelation.Denies, ["s1", "s2"], Slot.What, "one rejects it", [], 0.8);
        Assert.Equal([0.8, 0.8], ManyNotes.Weighed([Of("a", "b", rival, rejected)])[0].Disputes.Select(d => d.Confidence));

        // Each of the two is laid beside eight more: four to one for it, and eight more chances that it is none.
        var many = ManyNotes.Weighed([Of("a", "b", rival, rejected), .. "cdefghij".Select(o => Of("a", $"{o}"))]);
        Assert.Equal([0.333, 0.8], many[0].Disputes.Select(d => d.Confidence));
    }

    [Fact]
    public void Longer_texts_are_no_notes()
    {
        var text = string.Join(' ', Enumerable.Repeat("The ferry sank at Ost.", 17));
        Assert.False(Stemma.Corpus.Accounts.Notes.Note.Is(ClaimReader.Read(Article("a", text))));
        Assert.Empty(NoteDisputes.SignsBetween(Article("a", text), Article("b", "The ferry did not sink."), 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("No. No! No?")]
    [InlineData("🚢 said no 🚢.\r\n“Né\u0301, none”")]
    [InlineData("12 12 12% $12 12.12 12")]
    public void Strange_notes_are_compared_without_harm(string text) => Assert.All(Between(text, text + " The ferry sank at Ost, Orlin Voss said."), d => Assert.InRange(d.Confidence, 0, 1));

    private static bool Shown(Dispute d) => d.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts && d.Confidence >= 0.5;

    private static Note Note(string text) => NoteReader.Of(ClaimReader.Read(Article("a", text)));

    private static double Matter(string one, string other)
    {
        var (first, last) = (Article("a", one), Article("b", other));
        var (key, lastKey) = (new StorySketch(StoryKey.Of(first)), new StorySketch(StoryKey.Of(last)));
        return NoteMatter.Between(ClaimReader.Read(first), ClaimReader.Read(last), StoryScore.Of(key, lastKey), StorySketch.Cosine(key, lastKey));
    }

    private static PairFindings Pair(string one, string other)
    {
        var past = new PlainPast();
        var reader = new CorpusReader(past);
        past.Keep(reader, Article("a", one));
        past.Keep(reader, Article("b", other));
        return Assert.Single(past.Pairs);
    }

    private static List<Dispute> Between(string one, string other)
    {
        var past = new PlainPast();
        var reader = new CorpusReader(past);
        past.Keep(reader, Article("a", one));
        past.Keep(reader, Article("b", other));
        return [.. past.Pairs.SelectMany(p => p.Disputes)];
    }

    private static ArticleFindings Article(string id, string text) => ArticleReader.Read(new RawPage
    {
        File = id,
        Original = Encoding.UTF8.GetBytes(text),
        Sha256 = id,
        Form = PageForm.Text,
        Content = text,
        Said = new Said { Outlet = id == "a" ? "Harbour Post" : "North Wire", Published = id == "a" ? "2031-05-07" : "2031-05-08" },
    });
}
