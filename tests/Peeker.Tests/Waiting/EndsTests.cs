using Peeker.Tests.Specification;

namespace Peeker.Tests.Waiting;

public sealed class EndsTests
{
    /// <summary>A new status must be looked at by somebody: does it end a wait, or not?</summary>
    [Fact]
    public void Every_status_ends_a_wait_or_is_known_to_go_on()
    {
        string[] goOn = ["created", "in_progress"];
        var seen = 0;
        foreach (var (_, _, operation) in SpecificationDocument.Operations)
        {
            if (operation["x-ends"] is not { } ends) continue;
            seen++;
            var schema = SpecificationDocument.NameOf(SpecificationDocument.Members(operation["x-result"]!.GetValue<string>())["status"])!;
            var documented = SpecificationDocument.Schemas[schema]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()).ToHashSet();
            var said = ends.AsObject().Select(end => end.Key).ToHashSet();
            Assert.Equal(documented.Except(goOn).Order(), said.Order());
            Assert.NotNull(operation["x-poll-seconds"]);
        }

        Assert.Equal(5, seen);
    }
}
