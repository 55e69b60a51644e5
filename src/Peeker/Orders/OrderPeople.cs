namespace Peeker;

/// <summary>The people of an order, to be compared: capitals, spaces around a name and the order of the people make no difference.</summary>
internal static class OrderPeople
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Persona> personas) =>
        [.. personas.Select(person => $"{Plain(person.FirstName)}\n{Plain(person.LastName)}").Order(StringComparer.Ordinal)];

    private static string Plain(string name) => name.Trim().ToUpperInvariant();
}
