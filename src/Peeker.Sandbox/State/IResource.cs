namespace Peeker.Sandbox.State;

/// <summary>Something of the account that events tell of.</summary>
internal interface IResource
{
    string Id { get; }

    /// <summary>How many events told of it; each has an id of its own by this.</summary>
    int Announced { get; set; }
}
