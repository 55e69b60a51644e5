namespace Peeker.Generator.Specifications;

/// <summary>Where a schema stands.</summary>
internal enum SchemaRole
{
    /// <summary>Directly below components.</summary>
    Named,

    /// <summary>A member of an object.</summary>
    Member,

    /// <summary>The rows of a list.</summary>
    Item,

    /// <summary>A part of an allOf.</summary>
    Part,

    /// <summary>A branch of a union.</summary>
    Branch,

    /// <summary>Of a parameter, a header or a body.</summary>
    Value,
}
