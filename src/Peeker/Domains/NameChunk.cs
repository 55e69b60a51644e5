namespace Peeker;

/// <summary>The names of one request: as given, and each once as asked.</summary>
/// <param name="most">How many names a request takes.</param>
internal sealed class NameChunk(int most)
{
    // Where names repeat themselves without end, a chunk would never be full.
    private const int MostRepeats = 10;

    private readonly Dictionary<string, int> _places = new(DomainNameComparer.Instance);
    private readonly List<int> _placeOfGiven = [];

    public List<string> Given { get; } = [];

    public List<string> Asked { get; } = [];

    public bool IsFull => Asked.Count == most || Given.Count == most * MostRepeats;

    public void Add(string name)
    {
        if (_places.TryAdd(name, Asked.Count)) Asked.Add(name);
        Given.Add(name);
        _placeOfGiven.Add(_places[name]);
    }

    /// <summary>Where among those that are asked the name stands that was given as the <paramref name="index"/>th.</summary>
    public int PlaceOf(int index) => _placeOfGiven[index];

    /// <summary>Where a name of the answer was asked; null for one that was not.</summary>
    public int? PlaceOf(string name) => _places.TryGetValue(name, out var place) ? place : null;
}
