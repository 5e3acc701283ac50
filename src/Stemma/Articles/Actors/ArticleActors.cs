using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Walks through an article once and ties noun phrases, pronouns and sources to the actors named so far.</summary>
internal sealed class ArticleActors
{
    // Shares of a resolution that are no pronoun's, from PolNeAR dev speakers (right of all): full name, role, own words, continued quotation.
    private const double ByName = 0.97;
    private const double ByRole = 0.85;
    private const double ByOwnWords = 0.9;
    private const double ByEpithet = 0.65;

    // Below this a pronoun's speaker stays unknown. Set by hand; from 0.2 to 0.5 PolNeAR dev shows no difference, so few pronouns fall there.
    private const double LeastShare = 0.34;

    // Sentences from an accusation to a denial by a pronoun that is then taken for its answer. Set by hand.
    private const int AnswerWithin = 2;

    private const double ByAnswering = 0.6;

    private readonly ArticleWords _words;
    private readonly Prose _prose;
    private readonly List<Chain> _chains;
    private readonly NameChains _named;
    private readonly List<Mention> _nouns;
    private readonly Mention?[] _nameAt;
    private readonly Mention?[] _roleAt;
    private readonly Salience _salience;
    private readonly Pronouns _pronouns;
    private readonly SpeakerResolver _speakers;
    private readonly OfficeHolders _offices;
    private readonly ToldBefore _told;
    private readonly ContinuingSpeakers _continuing;
    private readonly Dictionary<string, Chain> _byWords = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (Chain? Chain, double Share, List<(Chain Chain, double Share)> Others)> _pronounAt = [];
    private readonly Recent _recent = new();
    private readonly List<Mention> _names;
    private int _nextName;
    private Chain? _lastSpeaker;
    private (Chain? Chain, int Sentence) _accuser;

    public ArticleActors(ArticleWords words, List<Mention> names, List<Chain> chains, NameChains named, List<Mention> nouns)
    {
        (_words, _prose, _chains, _named, _nouns) = (words, words.Prose, chains, named, nouns);
        _names = names;
        _nameAt = new Mention?[words.Count];
        _roleAt = new Mention?[words.Count];
        foreach (var name in names)
        {
            for (var i = name.First; i < name.End; i++)
            {
                _nameAt[i] = name;
            }

            for (var i = name.RoleTokens.First; i < name.RoleTokens.End; i++)
            {
                _roleAt[i] = name;
            }
        }

        _salience = new Salience(words);
        _pronouns = new Pronouns(words, _salience);
        _speakers = new SpeakerResolver(words, _nameAt);
        _offices = new OfficeHolders(words, chains, _recent, _salience);
        _told = new ToldBefore(words, _recent);
        _continuing = new ContinuingSpeakers(words);
        _salience.MarkSubjects(names);
        _salience.MarkSubjects(nouns);
    }

    public IReadOnlyList<Chain> Chains => _chains;

    /// <summary>For each statement its speaker, how sure, and who else it could be.</summary>
    public Resolved[] Resolve(IReadOnlyList<Statement> statements)
    {
        var result = new Resolved[statements.Count];
        // In the order of sources, so that "the one who spoke last" is known when a pronoun comes.
        var order = Enumerable.Range(0, statements.Count).OrderBy(s => At(statements[s])).ThenBy(s => s).ToList();
        var (noun, next) = (0, 0);
        for (var i = 0; i < _words.Count; i++)
        {
            while (next < order.Count && FirstToken(statements[order[next]]) <= i)
            {
                var index = order[next++];
                result[index] = Speaker(statements[index], index > 0 ? (statements[index - 1], result[index - 1]) : null);
                if (result[index].Chain is { } said)
                {
                    _recent.Met(said);
                }

                if (result[index].Chain is { } spoke)
                {
                    _lastSpeaker = spoke;
                    _accuser = statements[index] is { Act: Act.Accuse } or { AccusedWords.IsEmpty: false } ? (spoke, _prose.Tokens[i].Sentence) : _accuser;
                }
            }

            while (_nextName < _names.Count && _names[_nextName].First <= i)
            {
                if (_names[_nextName++].Chain is { } met)
                {
                    _recent.Met(met);
                }
            }

            while (noun < _nouns.Count && _nouns[noun].First <= i)
            {
                Noun(_nouns[noun++]);
            }

            // "It" and "they" stand for too much else to be followed where they do not speak.
            if (_words.Lower(i) is "he" or "she" or "him" or "her" or "his" && _words.IsRead(_prose.Tokens[i].Sentence))
            {
                Pronoun(i, null);
            }
        }

        while (next < order.Count)
        {
            var index = order[next++];
            result[index] = Speaker(statements[index], index > 0 ? (statements[index - 1], result[index - 1]) : null);
        }

        return result;
    }

    /// <summary>The actors that these words blame: those named in them, else the phrase's own.</summary>
    public List<Chain> Blamed(Statement statement, Chain? speaker)
    {
        var found = new List<Chain>();
        foreach (var piece in statement.AccusedWords.Where(p => !p.IsEmpty))
        {
            var (first, end) = Tokens(piece);
            if (first >= end)
            {
                continue;
            }

            var joined = _speakers.Joined(first, end) is { Count: > 1 } side ? side : _speakers.Persons(first, end);
            if (joined.Count > 1)
            {
                found.AddRange(joined.Select(m => m.Chain).OfType<Chain>());
                continue;
            }

            // "an envoy of Vardia accused it": whoever accuses, and whose envoy that is, are not "it".
            var head = _speakers.HeadOf(first, end);
            if (head.Kind == HeadKind.Noun && _speakers.NameAt(head.At) is { Class: NameClass.People, Country: { } land })
            {
                // "condemned the Vardian killings": the state is meant.
                found.Add(_named.State(land));
                continue;
            }

            if (head.Kind == HeadKind.Noun && !CanAct(head.At))
            {
                continue;
            }

            // "filed a suit accusing them of …": several may be meant, and none is sure enough to be blamed.
            if (head.Kind == HeadKind.Pronoun && _words.Lower(head.At) is "them" or "they")
            {
                continue;
            }

            var meant = OfHead(head, first, end, null);
            if (meant.Rest.Select(r => r.Chain).Prepend(meant.Chain).OfType<Chain>().FirstOrDefault(c => head.Kind != HeadKind.Pronoun || !Speaks(c)) is { } chain)
            {
                found.Add(chain);
            }
        }

        return [.. found.Distinct()];

        // "called the incident an outrage", "blamed it on anger": a thing is not somebody who could answer.
        bool CanAct(int at) => _words.Lower(at) is var word && (_words.IsCapital(at) || PersonWords.KindOf(word) is not (null or PersonWordKind.Document) || WordLists.ClassOfNameWord(word) is not null
            || WordLists.Epithets.Contains(word) || (PersonWords.Singular(word) is { } one && WordLists.Epithets.Contains(one)) || ((!CommonWords.Contains(word) || (statement.Act != Act.Accuse && word.EndsWith('s'))) && IsDoer(word)));

        // A word that no list knows does things where it is formed like one that does: "smugglers", "separatists".
        static bool IsDoer(string word) => word.TrimEnd('s') is var one && new[] { "er", "or", "ist", "ant", "ent", "ian", "ee", "man", "men" }.Any(e => one.Length > e.Length + 2 && one.EndsWith(e, StringComparison.Ordinal));

        bool Speaks(Chain chain) => chain == speaker || chain.Mentions.Exists(m => statement.Source.Overlaps(m.Span));
    }

    /// <summary>"They denied it", behind an accusation, are the accused, where nobody else was found.</summary>
    public void Answering(IReadOnlyList<Statement> statements, Resolved[] resolved, IReadOnlyList<List<Chain>> blamed)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (resolved[i] is not { Chain: null, How: "pronoun" } || statements[i].Act != Act.Deny || !Pronouns.IsPronoun(_words.Lower(FirstToken(statements[i]))))
            {
                continue;
            }

            var token = FirstToken(statements[i]);
            for (var j = i - 1; j >= 0 && _prose.Tokens[token].Sentence - _prose.Tokens[FirstToken(statements[j])].Sentence <= AnswerWithin; j--)
            {
                if (blamed[j].Count > 0)
                {
                    if (blamed[j] is [var accused] && Pronouns.Fits(_words.Lower(token), accused))
                    {
                        Touch(accused, token, token + 1, accused.Plural);
                        resolved[i] = new Resolved(accused, ByAnswering, [], "pronoun");
                    }

                    break;
                }
            }
        }
    }

    private static int At(Statement statement) =>
        !statement.Source.IsEmpty ? statement.Source[0].Begin : !statement.Cue.IsEmpty ? statement.Cue[0].Begin : statement.Content.IsEmpty ? 0 : statement.Content[0].Begin;

    private int FirstToken(Statement statement) => _prose.TokenAt(At(statement));

    private (int First, int End) Tokens(TextSpan span)
    {
        var first = _prose.TokenAt(span.Begin);
        var end = first;
        while (end < _words.Count && _prose.Tokens[end].Span.Begin < span.End)
        {
            end++;
        }

        return (first, end);
    }

    private Resolved Speaker(Statement statement, (Statement Statement, Resolved Resolved)? before)
    {
        if (statement.Voice == Voice.Outlet)
        {
            return Resolved.Nobody;
        }

        if (statement.Source.IsEmpty)
        {
            return _continuing.Continues(statement, before);
        }

        foreach (var piece in statement.Source.Where(p => !p.IsEmpty))
        {
            var (first, end) = Tokens(piece);
            if (first >= end)
            {
                continue;
            }

            var joined = _speakers.Joined(first, end);
            if (joined.Count > 1 && joined.All(m => m.Chain is not null || m.Class is NameClass.Country or NameClass.Capital))
            {
                return new Resolved(Join([.. joined.Select(Acting)], first, end), ByName, [], "name");
            }

            var resolved = OfHead(_speakers.HeadOf(first, end), first, end, statement);
            if (resolved.Chain is not null || resolved.How.Length > 0)
            {
                return resolved;
            }
        }

        return Resolved.Nobody;
    }

    private Resolved OfHead(Head head, int first, int end, Statement? statement)
    {
        switch (head.Kind)
        {
            case HeadKind.Name:
                return new Resolved(Acting(head.Name!), ByName, [], "name");
            case HeadKind.Pronoun:
                return Pronoun(head.At, statement);
            case HeadKind.Relative:
                var antecedent = _speakers.Antecedent(head.At);
                // "the one at Lom, which": a thing, or nobody that these words tell.
                return antecedent.Kind is HeadKind.None or HeadKind.Relative || _words.Lower(antecedent.At) == "one" ? Resolved.Unknown("relative") : OfHead(antecedent, antecedent.First, antecedent.End, statement) with { How = "relative" };
            case HeadKind.Noun:
                return Nouns(head, first, end);
            default:
                return Resolved.Nobody;
        }
    }

    // A place that speaks is its state or its people, whatever the sentence looked like on its own.
    private Chain Acting(Mention name)
    {
        if (name.Class is NameClass.Country or NameClass.Capital && name.Country is { } iso)
        {
            name.Metonymic = true;
            Move(name, _named.State(iso));
        }
        else if (name.Class is NameClass.Place && name.Chain is { Kind: ActorKind.Place })
        {
            name.Metonymic = true;
            Move(name, _named.Acting(name));
        }

        return name.Chain!;
    }

    private static void Move(Mention name, Chain to)
    {
        if (name.Chain != to)
        {
            name.Chain?.Mentions.Remove(name);
            Insert(to, name);
        }
    }

    private static void Insert(Chain chain, Mention mention)
    {
        chain.Add(mention);
        for (var i = chain.Mentions.Count - 1; i > 0 && chain.Mentions[i - 1].First > mention.First; i--)
        {
            (chain.Mentions[i - 1], chain.Mentions[i]) = (chain.Mentions[i], chain.Mentions[i - 1]);
        }
    }

    private Chain Join(List<Chain> members, int first, int end)
    {
        var name = string.Join(" and ", members.Select(m => m.Name));
        var chain = Own("joined " + name, ActorKind.Group, name, c => c.Plural = true, members);
        Touch(chain, first, end, plural: true);
        return chain;
    }

    private Chain Own(string key, ActorKind kind, string name, Action<Chain> shape, IReadOnlyList<Chain>? members = null)
    {
        if (!_byWords.TryGetValue(key, out var chain))
        {
            chain = new Chain(kind) { Name = name, Members = members ?? [] };
            shape(chain);
            _byWords[key] = chain;
            _chains.Add(chain);
        }

        return chain;
    }

    private Mention Touch(Chain chain, int first, int end, bool plural)
    {
        _recent.Met(chain);
        if (chain.LastBefore(first + 1) is { } there && there.First == first)
        {
            return there;
        }

        var mention = new Mention
        {
            Span = new TextSpan(_prose.Tokens[first].Span.Begin, _prose.Tokens[end - 1].Span.End),
            First = first,
            End = end,
            Sentence = _prose.Tokens[first].Sentence,
            Form = end - first == 1 && Pronouns.IsPronoun(_words.Lower(first)) ? MentionForm.Pronoun : MentionForm.Noun,
            Class = NameClass.Nouns,
            PhraseFirst = first,
            Plural = plural,
        };
        _salience.MarkSubjects([mention]);
        Insert(chain, mention);
        return mention;
    }

    // A noun phrase that is no source: joins whom it means, or stands for itself.
    private void Noun(Mention mention)
    {
        if (mention.Chain is not null)
        {
            return;
        }

        var head = new Head(HeadKind.Noun, null, mention.First, mention.End, mention.End - 1);
        var resolved = Nouns(head, mention.First, mention.End);
        if (resolved.Chain is { } chain)
        {
            chain.Country ??= chain.Kind == ActorKind.Person ? null : mention.Country;
            chain.Sector ??= mention.Role;
            if (chain.Gender == Gender.Unknown && chain.Kind != ActorKind.Group)
            {
                chain.Gender = mention.Gender;
            }
        }
    }

    private Resolved Nouns(Head head, int first, int end)
    {
        var noun = _words.Lower(head.At);
        var kind = PersonWords.KindOf(noun);
        var start = _words.Lower(head.First);
        var definite = start is "the" or "this" or "that" or "these" or "those";
        var owned = start is "his" or "her" or "its" or "their" || Enumerable.Range(head.First, head.At - head.First).Any(i => _words.Lower(i) == "'s");
        var headline = _words.IsHeadlinePlace(_prose.Tokens[head.First].Sentence);
        var rest = Enumerable.Range(head.First, head.At - head.First).Select(_words.Lower).ToList();

        // "her former manager, Orlin Voss,": the role is told of the one named beside it.
        if (kind is PersonWordKind.Title or PersonWordKind.Role && _roleAt[head.At] is { Chain: { } named } beside && beside.RoleHead == RoleWords.Canon(noun) && IsSetBeside(head.At, beside))
        {
            return new Resolved(named, ByRole, [], "role");
        }

        if (kind is PersonWordKind.Title or PersonWordKind.Role && (definite || owned || headline) && _offices.ByOffice(head, rest, owned, headline) is { } person)
        {
            Touch(person, head.First, head.End, plural: false);
            return new Resolved(person, ByRole, [], "role");
        }

        if (_told.Represented(head, noun) is { } state)
        {
            Touch(state, head.First, head.End, plural: false);
            return new Resolved(state, ByRole, [], "role");
        }

        if (definite && !owned && WordLists.Epithets.Contains(noun) && _offices.Again(head.First, PersonWords.GenderOf(noun), _lastSpeaker) is { } again)
        {
            Touch(again, head.First, head.End, plural: false);
            return new Resolved(again, ByEpithet, [], "epithet");
        }

        if (head.End - head.First == 1 && kind is null && _words.IsCapital(head.At) && _named.Misspelt(noun) is { } meant)
        {
            Touch(meant, head.First, head.End, plural: false);
            return new Resolved(meant, ByRole, [], "name");
        }

        if (kind is PersonWordKind.Body && definite && !owned && _told.ShortBody(head, noun) is { } body)
        {
            Touch(body, head.First, head.End, plural: false);
            return new Resolved(body, ByRole, [], "role");
        }

        var own = _speakers.OwnWords(first, Math.Max(end, head.End));
        if (!_speakers.MeanSomebody(own.First, own.End))
        {
            return Resolved.Nobody;
        }

        // A phrase that says more than its head is another one than the same head without it.
        var text = Text(own.First, own.End);
        var key = "noun " + string.Join(' ', Enumerable.Range(own.First, own.End - own.First).Select(_words.Lower).Where(w => w is not ("the" or "a" or "an" or "this" or "these" or "that" or "those" or "some")));
        if (definite && !_byWords.ContainsKey(key) && _told.Earlier(noun, rest, head.First) is { } earlier)
        {
            Touch(earlier, head.First, head.End, plural: earlier.Plural);
            return new Resolved(earlier, ByRole, [], "role");
        }

        var plural = kind is PersonWordKind.Plural || (kind is null && PersonWords.Singular(noun) is not null && PersonWords.SectorOf(noun) is not null);
        var chain = Own(key, PhraseKinds.Of(kind, noun, plural), text, c =>
        {
            c.Plural = plural;
            c.HeadNoun = noun;
            c.Sector = PersonWords.SectorOf(noun);
            c.Gender = kind is PersonWordKind.Role or PersonWordKind.Title ? PersonWords.GenderOf(noun) : Gender.Unknown;
        });
        var touched = Touch(chain, own.First, own.End, plural);
        if (kind is PersonWordKind.Title or PersonWordKind.Role)
        {
            chain.Roles.Add((RoleWords.Canon(noun), rest, touched.First));
            chain.Role ??= noun;
        }

        var behind = head.At + 1 < own.End && _words.Lower(head.At + 1) is "in" or "of" or "from" or "throughout" or "across";
        chain.Country ??= CountryWithin(own.First, behind ? own.End : Math.Min(own.End, head.At + 1));
        return new Resolved(chain, ByOwnWords, [], "own-words");
    }

    // "Orlin Voss, a former mayor, said", "her lawyer, Ada Marlow, said"; in "The guild of Voss, the mayor said" the mayor is somebody else.
    private bool IsSetBeside(int noun, Mention name)
    {
        bool Closes(int i) => i >= _words.Count || _words.Lower(i) is "," or "." or ";" or ")" or "(" or "--" or "–" or "—" or "of";
        return noun > name.First
            ? Closes(noun + 1) || WordLists.Relatives.Contains(_words.Lower(noun + 1)) || WordLists.Prepositions.Contains(_words.Lower(noun + 1)) || _words.Lower(noun + 1) is "accused" or "charged" or "convicted" or "identified" or "named" or "known"
            : Closes(name.End);
    }

    private string? CountryWithin(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_nameAt[i] is { Country: { } country } && _nameAt[i]!.Class is not NameClass.Person)
            {
                return country;
            }
        }

        return null;
    }

    private Resolved Pronoun(int token, Statement? statement)
    {
        var lower = _words.Lower(token);
        if (lower is "i" or "we" or "me" or "us" or "my" or "our" or "you")
        {
            return Resolved.Unknown("pronoun");
        }

        if (!_pronounAt.TryGetValue(token, out var known))
        {
            // Who denies is not who has just accused.
            var accuser = statement is { Act: Act.Deny } && _accuser.Chain is { } charging && _prose.Tokens[token].Sentence - _accuser.Sentence <= AnswerWithin ? charging : null;
            var candidates = _pronouns.Candidates(token, _recent.Chains, _lastSpeaker, accuser);
            var best = candidates.Count > 0 && candidates[0].Share >= LeastShare ? candidates[0].Chain : null;
            known = (best, candidates.Count > 0 ? candidates[0].Share : 0, [.. candidates.Skip(best is null ? 0 : 1)]);
            _pronounAt[token] = known;
            if (best is not null)
            {
                Touch(best, token, token + 1, best.Plural);
                if (best.Gender == Gender.Unknown && best.Kind == ActorKind.Person)
                {
                    best.Gender = lower is "he" or "him" or "his" ? Gender.Male : lower is "she" or "her" ? Gender.Female : Gender.Unknown;
                }
            }
        }

        return new Resolved(known.Chain, known.Share, known.Others, "pronoun");
    }

    private string Text(int first, int end)
    {
        var skip = end - first > 1 && _words.Lower(first) == "the" ? first + 1 : first;
        var text = string.Join(' ', _prose.Text[_prose.Tokens[skip].Span.Begin.._prose.Tokens[end - 1].Span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Enumerable.Range(skip, end - skip).All(_words.IsShouted) ? text[0] + text[1..].ToLowerInvariant() : text;
    }
}
