using System.Collections.ObjectModel;
using System.Text;
using Peeker.Json;

namespace Peeker.Tests.Json;

/// <summary>Lists are written alike, whatever they are made of.</summary>
public class WrittenListTests
{
    private static readonly OrderDomain[] Domains = ["acme-mail.com", new("acme-post.com", "https://acme.com")];

    private static readonly Persona[] Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = "https://acme.com/a.png" }, new() { FirstName = "Sam", LastName = "Lee", ProfilePictureUrl = "https://acme.com/s.png" }];

    [Fact]
    public void An_array_a_list_and_any_other_list_are_written_alike()
    {
        const string expected = """{"domains":["acme-mail.com",{"domain":"acme-post.com","forwarding_url":"https://acme.com"}],"personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":"https://acme.com/a.png"},{"first_name":"Sam","last_name":"Lee","profile_picture_url":"https://acme.com/s.png"}]}""";
        Assert.Equal(expected, Written(Domains, Personas));
        Assert.Equal(expected, Written([.. Domains], [.. Personas]));
        Assert.Equal(expected, Written(new List<OrderDomain>(Domains), new List<Persona>(Personas)));
        Assert.Equal(expected, Written(new ReadOnlyCollection<OrderDomain>(Domains), new ReadOnlyCollection<Persona>(Personas)));
        Assert.Equal(expected, Written(new ArraySegment<OrderDomain>(Domains), new ArraySegment<Persona>(Personas)));
    }

    [Fact]
    public void An_item_that_is_null_is_written_as_null_and_so_is_a_list()
    {
        const string expected = """{"domains":[null],"personas":[null]}""";
        Assert.Equal(expected, Written(new OrderDomain[1], new Persona[1]));
        Assert.Equal(expected, Written(new List<OrderDomain> { null! }, new List<Persona> { null! }));
        Assert.Equal(expected, Written(new ReadOnlyCollection<OrderDomain>(new OrderDomain[1]), new ReadOnlyCollection<Persona>(new Persona[1])));
        Assert.Equal("""{"domains":null,"personas":null}""", Written(null!, null!));
    }

    private static string Written(IReadOnlyList<OrderDomain> domains, IReadOnlyList<Persona> personas)
    {
        var text = Encoding.UTF8.GetString(WireJson.Write(new BundleOrder
        {
            User = "u", BundleId = "b", Domains = domains, Personas = personas, Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "l", LoginPassword = "p" },
        }));
        return $"{{{text[text.IndexOf("\"domains\"", StringComparison.Ordinal)..]}";
    }
}
