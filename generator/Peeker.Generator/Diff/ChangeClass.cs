namespace Peeker.Generator.Diff;

/// <summary>What a change asks of somebody who calls the client from C#.</summary>
internal enum ChangeClass
{
    /// <summary>No member, value or behaviour of the client is another.</summary>
    Wording,

    /// <summary>Calls that were written before compile and mean the same.</summary>
    Additive,

    /// <summary>Code that was written before may not compile, may be refused, may mean something else, or may read null where there was none.</summary>
    Breaking,
}
