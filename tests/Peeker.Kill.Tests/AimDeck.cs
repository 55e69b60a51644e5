namespace Peeker.Kill.Tests;

/// <summary>Draws phases to aim at as from a deck of cards, so that each comes often enough however short the run.</summary>
internal sealed class AimDeck(Random chance)
{
    // The last two pass quickly and may be missed, so there are two cards of each.
    private readonly Phase[] _cards = [Phase.BeforeTheStore, Phase.AfterTheStore, Phase.InFlight, Phase.InFlight, Phase.NotRecorded, Phase.NotRecorded];
    private int _drawn;

    public Phase Draw()
    {
        if (_drawn % _cards.Length == 0) chance.Shuffle(_cards);
        return _cards[_drawn++ % _cards.Length];
    }
}
