namespace Peeker.Generator.Diff;

/// <summary>Which way a schema travels.</summary>
[Flags]
internal enum Position
{
    None = 0,
    Request = 1,
    Response = 2,
}
