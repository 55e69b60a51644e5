using Test = Peeker.Analyzers.Tests.Analysis<Peeker.Analyzers.OrderShapeAnalyzer, Peeker.Analyzers.OrderShapeFix>;

namespace Peeker.Analyzers.Tests;

public sealed class OrderShapeTests
{
    private const string Rest = """User = "usr_1", Sequencer = null!, Domains = [], Personas = []""";

    [Fact]
    public Task The_licences_go_from_a_bundle_order_and_the_compiler_is_content() => Test.RunAsync(
        Program("""
        OrderRequest Order(string bundle) => new [|BundleOrder|]
        {
            User = "usr_1",
            BundleId = bundle,
            {|CS0117:GoogleLicenses|} = 4,
            {|CS0117:MicrosoftLicenses|} = 1,
            {|CS0117:GoogleInboxesPerDomain|} = 2,
            Sequencer = null!,
            Domains = [],
            Personas = [],
        };
        """),
        Program("""
        OrderRequest Order(string bundle) => new BundleOrder
        {
            User = "usr_1",
            BundleId = bundle,
            Sequencer = null!,
            Domains = [],
            Personas = [],
        };
        """));

    [Fact]
    public Task A_custom_order_with_a_bundle_becomes_a_bundle_order() => Test.RunAsync(
        Program($$"""
        OrderRequest Order(string bundle) => new [|CustomOrder|]
        {
            {|CS0117:BundleId|} = bundle,
            GoogleLicenses = 4,
            {{Rest}},
        };
        void Local(string bundle)
        {
            var order = new [|CustomOrder|] { {|CS0117:BundleId|} = bundle, MicrosoftLicenses = 4, {{Rest}} };
        }
        """),
        Program($$"""
        OrderRequest Order(string bundle) => new BundleOrder
        {
            BundleId = bundle,
            {{Rest}},
        };
        void Local(string bundle)
        {
            var order = new BundleOrder { BundleId = bundle, {{Rest}} };
        }
        """));

    [Fact]
    public Task Licences_among_the_additional_members_go_and_the_others_stay() => Test.RunAsync(
        Program($$"""
        BundleOrder One(JsonElement four) => [|new|]() { BundleId = "bun_1", AdditionalMembers = new Dictionary<string, JsonElement> { ["google_licenses"] = four }, {{Rest}} };
        BundleOrder Two(JsonElement four) => [|new|]() { BundleId = "bun_1", AdditionalMembers = new Dictionary<string, JsonElement> { { "note", four }, { "microsoft_licenses", four } }, {{Rest}} };
        """),
        Program($$"""
        BundleOrder One(JsonElement four) => new() { BundleId = "bun_1", {{Rest}} };
        BundleOrder Two(JsonElement four) => new() { BundleId = "bun_1", AdditionalMembers = new Dictionary<string, JsonElement> { { "note", four } }, {{Rest}} };
        """));

    [Fact]
    public Task The_layout_stays_where_the_licences_stand_last() => Test.RunAsync(
        Program("""
        OrderRequest Order(string bundle, OrderSequencer sequencer) => new [|BundleOrder|]
        {
            User = "usr_1", Sequencer = sequencer, // the shop's own
            Domains = [], Personas = [],
            BundleId = bundle,
            {|CS0117:GoogleLicenses|} = 4
        };
        """),
        Program("""
        OrderRequest Order(string bundle, OrderSequencer sequencer) => new BundleOrder
        {
            User = "usr_1", Sequencer = sequencer, // the shop's own
            Domains = [], Personas = [],
            BundleId = bundle
        };
        """));

    [Theory]
    [InlineData("""CustomOrder Order(JsonElement bundle) => [|new|]() { GoogleLicenses = 4, AdditionalMembers = new Dictionary<string, JsonElement> { ["bundle_id"] = bundle }, """)]
    [InlineData("""CustomOrder Order() => new [|CustomOrder|] { {|CS0117:BundleId|} = "bun_1", GoogleLicenses = 4, """)]
    [InlineData("""OrderRequest Order() => new [|CustomOrder|] { """)]
    [InlineData("""CustomOrder Order() => [|new|]() { GoogleLicenses = null, MicrosoftLicenses = default, GoogleInboxesPerDomain = 2, """)]
    [InlineData("""CustomOrder Order() => [|new|]() { AdditionalMembers = null, """)]
    public Task What_only_a_person_can_decide_is_reported_without_a_fix(string order) => Test.RunAsync(Program(order + Rest + " };"));

    [Theory]
    [InlineData("""OrderRequest Order() => new BundleOrder { BundleId = "bun_1", """)]
    [InlineData("""OrderRequest Order() => new CustomOrder { GoogleLicenses = 4, GoogleInboxesPerDomain = 2, """)]
    [InlineData("""OrderRequest Order(int? count) => new CustomOrder { MicrosoftLicenses = count, """)]
    [InlineData("""OrderRequest Order(JsonElement four) => new CustomOrder { AdditionalMembers = new Dictionary<string, JsonElement> { ["google_licenses"] = four }, """)]
    [InlineData("""OrderRequest Order(Dictionary<string, JsonElement> more) => new CustomOrder { AdditionalMembers = more, """)]
    [InlineData("""OrderRequest Order(JsonElement note) => new BundleOrder { BundleId = "bun_1", AdditionalMembers = new Dictionary<string, JsonElement> { ["note"] = note }, """)]
    public Task An_order_of_one_shape_is_left_alone(string order) => Test.RunAsync(Program(order + Rest + " };"));

    [Fact]
    public Task An_order_of_somebody_elses_is_left_alone() => Test.RunAsync(
        """
        class CustomOrder { public string BundleId { get; set; } public int GoogleLicenses { get; set; } }
        class Shop { CustomOrder Order() => new CustomOrder { BundleId = "bun_1", GoogleLicenses = 4 }; }
        """);

    private static string Program(string members) => $$"""
        using System.Collections.Generic;
        using System.Text.Json;
        using Peeker;

        class Shop
        {
        {{members}}
        }
        """;
}
