using System.Globalization;

namespace Peeker.Inbox.Tests.Delivery;

/// <summary>Something that happened in a receiver.</summary>
/// <param name="Life">The process.</param>
/// <param name="At">On a clock that all processes share.</param>
/// <param name="What">begin, end or fail of a handler; completed or refused of the inbox.</param>
/// <param name="EventId">The event.</param>
/// <param name="IsRepeat">Whether the handler was told that it runs again.</param>
internal sealed record WitnessLine(string Life, long At, string What, string EventId, bool IsRepeat)
{
    public static IEnumerable<WitnessLine> ReadAll(DirectoryInfo folder) =>
        from file in folder.GetFiles("*.witness")
        from line in File.ReadLines(file.FullName)
        let parts = line.Split(' ')
        select new WitnessLine(file.Name, long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], bool.Parse(parts[3]));
}
