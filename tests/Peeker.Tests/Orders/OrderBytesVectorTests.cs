using System.Security.Cryptography;
using System.Text;

namespace Peeker.Tests.Orders;

/// <summary>openapi/vectors/order-bytes.json: how a new order is written, in every language.</summary>
public sealed class OrderBytesVectorTests
{
    public static TheoryData<string> Names => [.. Vectors.Of("order-bytes.json").Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_order_is_written_as_the_vector_says(string name)
    {
        var vector = Vectors.Of("order-bytes.json").Single(vector => vector.GetProperty("name").GetString() == name);
        var expected = vector.GetProperty("expect");
        var submission = Sample.Prepared(Sample.Read(vector.GetProperty("input").GetRawText()));
        Assert.Equal(expected.GetProperty("body").GetString(), Encoding.UTF8.GetString(submission.Body));
        Assert.Equal(expected.GetProperty("sha256").GetString(), submission.Fingerprint());
        Assert.Equal(submission.Fingerprint(), Convert.ToHexString(SHA256.HashData(submission.Body)), ignoreCase: true);
    }

    [Fact]
    public void A_vector_has_a_name_of_its_own_and_a_rule()
    {
        var vectors = Vectors.Of("order-bytes.json");
        Assert.Equal(vectors.Count, vectors.Select(vector => vector.GetProperty("name").GetString()).Distinct().Count());
        Assert.All(vectors, vector => Assert.False(string.IsNullOrWhiteSpace(vector.GetProperty("rule").GetString())));
    }
}
