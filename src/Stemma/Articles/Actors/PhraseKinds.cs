using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>What kind of actor does a noun phrase stand for: a state, a body, a group, an outlet, a document, somebody unnamed?</summary>
internal static class PhraseKinds
{
    public static ActorKind Of(PersonWordKind? kind, string noun, bool plural) => kind switch
    {
        PersonWordKind.Document => ActorKind.Document,
        PersonWordKind.Body when noun is "government" or "country" or "state" or "nation" or "kingdom" or "emirate" or "regime" or "administration" => ActorKind.State,
        PersonWordKind.Body when noun is "newspaper" or "magazine" or "paper" or "network" or "channel" or "station" or "broadcaster" => ActorKind.Outlet,
        PersonWordKind.Body => ActorKind.Organisation,
        PersonWordKind.Title or PersonWordKind.Role => ActorKind.Unnamed,
        _ when noun is "officials" or "sources" or "aides" or "advisers" or "advisors" or "insiders" or "diplomats" or "witnesses" or "eyewitnesses" or "spokesmen" or "experts" or "analysts" or "observers" or "operatives" or "residents" => ActorKind.Unnamed,
        PersonWordKind.Plural => ActorKind.Group,
        _ when plural => ActorKind.Group,
        _ => ActorKind.Unnamed,
    };
}
