namespace Peeker.Packages.Tests;

/// <summary>The tests that share one feed, packed once.</summary>
[CollectionDefinition(nameof(Packed))]
public sealed class Packed : ICollectionFixture<PackedFeed>;
